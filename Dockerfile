# The service with its page. The model's base is fetched while the image is built, so that it starts without a network.
FROM node:24-bookworm-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends python3 python3-pip python3-venv && rm -rf /var/lib/apt/lists/*
WORKDIR /srv/sqlwright
COPY . .
RUN npm ci --no-audit --no-fund && npx nx build @sqlwright/web && npx sqlwright ask "How many rows are there?" >/dev/null
# What only builds and tests need, and llama.cpp for graphics cards: 1 of 1.4 GB. Without the second line the image is one for a GPU.
RUN npm prune --omit=dev --no-audit --no-fund && rm -rf .nx \
 && rm -rf node_modules/@node-llama-cpp/*-cuda* node_modules/@node-llama-cpp/*-vulkan*

FROM node:24-bookworm-slim
RUN useradd --system --home /srv/sqlwright sqlwright
WORKDIR /srv/sqlwright
COPY --from=build --chown=sqlwright /srv/sqlwright /srv/sqlwright
# Volumes that are mounted here take over the owner.
RUN for dataset in datasets/*/; do install -d -o sqlwright "$dataset/feedback" "$dataset/served"; done
USER sqlwright
ENV NODE_ENV=production
EXPOSE 8080
HEALTHCHECK --interval=10s --start-period=20s CMD ["node", "-e", "fetch('http://127.0.0.1:8080/readyz').then((reply) => process.exit(reply.ok ? 0 : 1), () => process.exit(1))"]
# Node gets the signals itself, so that running answers end before it does.
ENTRYPOINT ["node", "--conditions=@sqlwright/source", "--disable-warning=ExperimentalWarning", "apps/cli/bin/sqlwright.js"]
CMD ["serve", "--host", "0.0.0.0"]
