# The fake iCIMS in a container. Building needs nothing but the npm registry and the image of Node.
#
#   docker build -t icims-simulator .
#   docker run -p 4010:4010 -e ICIMS_SIMULATOR_CONTROL_TOKEN=secret icims-simulator
#
# Other machines reach a container, so it asks for a control token. Every flag has a variable; arguments go to the command line.
FROM node:24-slim AS build
WORKDIR /source
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:24-slim
ENV NODE_ENV=production \
    ICIMS_SIMULATOR_HOST=0.0.0.0 \
    ICIMS_SIMULATOR_PORT=4010 \
    ICIMS_SIMULATOR_CACHE=/var/cache/icims-simulator
WORKDIR /app
# The command lines are bundled whole: they need no package.
COPY --from=build /source/dist/bin ./
RUN mkdir -p /var/cache/icims-simulator /data && chown node:node /var/cache/icims-simulator /data
USER node
VOLUME /data
EXPOSE 4010
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.ICIMS_SIMULATOR_PORT}/_sim/health`, { headers: { authorization: `Bearer ${process.env.ICIMS_SIMULATOR_CONTROL_TOKEN}` } }).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "icims-simulator.mjs"]
CMD ["serve"]
