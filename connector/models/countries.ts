/**
 * English names of countries by ISO 3166-1 alpha-2 code, with names that are older, official or short. From the CLDR
 * (https://cldr.unicode.org).
 */
const table = `
AD Andorra; AE United Arab Emirates|UAE; AF Afghanistan; AG Antigua & Barbuda; AI Anguilla; AL Albania; AM Armenia;
AO Angola; AQ Antarctica; AR Argentina; AS American Samoa; AT Austria; AU Australia; AW Aruba; AX Åland Islands;
AZ Azerbaijan; BA Bosnia & Herzegovina; BB Barbados; BD Bangladesh; BE Belgium; BF Burkina Faso; BG Bulgaria;
BH Bahrain; BI Burundi; BJ Benin; BL St. Barthélemy; BM Bermuda; BN Brunei|Brunei Darussalam;
BO Bolivia|Bolivia, Plurinational State of; BQ Caribbean Netherlands|Bonaire, Sint Eustatius and Saba; BR Brazil;
BS Bahamas|The Bahamas|Bahamas, The; BT Bhutan; BV Bouvet Island; BW Botswana; BY Belarus; BZ Belize; CA Canada;
CC Cocos (Keeling) Islands;
CD Congo - Kinshasa|Congo, Democratic Republic of the|Democratic Republic of the Congo|DR Congo;
CF Central African Republic; CG Congo - Brazzaville|Congo|Republic of the Congo; CH Switzerland;
CI Côte d'Ivoire|Ivory Coast; CK Cook Islands; CL Chile; CM Cameroon; CN China|People's Republic of China; CO Colombia;
CR Costa Rica; CU Cuba; CV Cape Verde|Cabo Verde; CW Curaçao; CX Christmas Island; CY Cyprus;
CZ Czechia|Czech Republic; DE Germany; DJ Djibouti; DK Denmark; DM Dominica; DO Dominican Republic; DZ Algeria;
EC Ecuador; EE Estonia; EG Egypt; EH Western Sahara; ER Eritrea; ES Spain; ET Ethiopia; FI Finland; FJ Fiji;
FK Falkland Islands|Falkland Islands (Malvinas); FM Micronesia|Micronesia, Federated States of; FO Faroe Islands;
FR France; GA Gabon; GB United Kingdom|Great Britain|England|Scotland|Wales|Northern Ireland|UK|U.K.; GD Grenada;
GE Georgia; GF French Guiana; GG Guernsey; GH Ghana; GI Gibraltar; GL Greenland; GM Gambia|The Gambia|Gambia, The;
GN Guinea; GP Guadeloupe; GQ Equatorial Guinea; GR Greece;
GS South Georgia & South Sandwich Islands|South Georgia and the South Sandwich Islands; GT Guatemala; GU Guam;
GW Guinea-Bissau; GY Guyana; HK Hong Kong SAR China|Hong Kong;
HM Heard & McDonald Islands|Heard Island and McDonald Islands; HN Honduras; HR Croatia; HT Haiti; HU Hungary;
ID Indonesia; IE Ireland|Republic of Ireland; IL Israel; IM Isle of Man; IN India; IO British Indian Ocean Territory;
IQ Iraq; IR Iran|Iran, Islamic Republic of; IS Iceland; IT Italy; JE Jersey; JM Jamaica; JO Jordan; JP Japan; KE Kenya;
KG Kyrgyzstan; KH Cambodia; KI Kiribati; KM Comoros; KN St. Kitts & Nevis;
KP North Korea|Korea, Democratic People's Republic of; KR South Korea|Korea, Republic of|Republic of Korea|Korea;
KW Kuwait; KY Cayman Islands; KZ Kazakhstan; LA Laos|Lao People's Democratic Republic; LB Lebanon; LC St. Lucia;
LI Liechtenstein; LK Sri Lanka; LR Liberia; LS Lesotho; LT Lithuania; LU Luxembourg; LV Latvia; LY Libya; MA Morocco;
MC Monaco; MD Moldova|Moldova, Republic of|Republic of Moldova; ME Montenegro; MF St. Martin; MG Madagascar;
MH Marshall Islands; MK North Macedonia|Macedonia|Republic of North Macedonia; ML Mali;
MM Myanmar (Burma)|Myanmar|Burma; MN Mongolia; MO Macao SAR China|Macao|Macau; MP Northern Mariana Islands;
MQ Martinique; MR Mauritania; MS Montserrat; MT Malta; MU Mauritius; MV Maldives; MW Malawi; MX Mexico; MY Malaysia;
MZ Mozambique; NA Namibia; NC New Caledonia; NE Niger; NF Norfolk Island; NG Nigeria; NI Nicaragua;
NL Netherlands|The Netherlands|Holland; NO Norway; NP Nepal; NR Nauru; NU Niue; NZ New Zealand; OM Oman; PA Panama;
PE Peru; PF French Polynesia; PG Papua New Guinea; PH Philippines; PK Pakistan; PL Poland; PM St. Pierre & Miquelon;
PN Pitcairn Islands; PR Puerto Rico; PS Palestinian Territories|Palestine|Palestine, State of; PT Portugal; PW Palau;
PY Paraguay; QA Qatar; RE Réunion; RO Romania; RS Serbia; RU Russia|Russian Federation; RW Rwanda; SA Saudi Arabia;
SB Solomon Islands; SC Seychelles; SD Sudan; SE Sweden; SG Singapore; SH St. Helena; SI Slovenia;
SJ Svalbard & Jan Mayen; SK Slovakia; SL Sierra Leone; SM San Marino; SN Senegal; SO Somalia; SR Suriname;
SS South Sudan; ST São Tomé & Príncipe; SV El Salvador; SX Sint Maarten; SY Syria|Syrian Arab Republic;
SZ Eswatini|Swaziland; TC Turks & Caicos Islands; TD Chad; TF French Southern Territories; TG Togo; TH Thailand;
TJ Tajikistan; TK Tokelau; TL Timor-Leste|East Timor; TM Turkmenistan; TN Tunisia; TO Tonga; TR Türkiye|Turkey;
TT Trinidad & Tobago; TV Tuvalu; TW Taiwan|Taiwan, Province of China;
TZ Tanzania|Tanzania, United Republic of|United Republic of Tanzania; UA Ukraine; UG Uganda; UM U.S. Outlying Islands;
US United States|United States of America|USA|U.S.A.|U.S.; UY Uruguay; UZ Uzbekistan;
VA Vatican City|Holy See|Holy See (Vatican City State); VC St. Vincent & Grenadines|Saint Vincent and the Grenadines;
VE Venezuela|Venezuela, Bolivarian Republic of; VG British Virgin Islands|Virgin Islands, British;
VI U.S. Virgin Islands|Virgin Islands, U.S.; VN Vietnam|Viet Nam; VU Vanuatu; WF Wallis & Futuna; WS Samoa; YE Yemen;
YT Mayotte; ZA South Africa; ZM Zambia; ZW Zimbabwe
`

const codes = new Map(
  table.split(';').flatMap((line): (readonly [string, string])[] => {
    const [code = '', names = ''] = line.trim().split(/ (.*)/s)
    return names.split('|').map((name) => [fold(name), code] as const)
  }),
)

const known = new Set(codes.values())

/** The ISO 3166-1 alpha-2 code of a country by its English name, or of a text that is one. */
export function countryCode(text: string): string | undefined {
  const upper = text.trim().toUpperCase()
  return known.has(upper) ? upper : codes.get(fold(text))
}

function fold(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', 'and')
    .replaceAll(/\bst\.? /g, 'saint ')
    .replaceAll(/[^a-z]+/g, ' ')
    .trim()
}
