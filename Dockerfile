# syntax=docker/dockerfile:1
# The native file on a system that has nothing else: no shell, no package manager, no root.
#   docker build -t cecsim --build-arg VERSION=0.1.0 .

FROM mcr.microsoft.com/dotnet/sdk:10.0-noble AS build
# What is compiled ahead is linked by clang; what runs in browsers is bundled by Node.js.
RUN apt-get update \
 && apt-get install -y --no-install-recommends clang zlib1g-dev \
 && rm -rf /var/lib/apt/lists/*
COPY --from=node:22-bookworm-slim /usr/local /usr/local
WORKDIR /source
COPY . .
# Git's tags are no part of the context: whoever builds a release says which it is.
ARG VERSION
RUN dotnet publish src/CecSim.Cli -c Release -o /out \
      -r "linux-$([ "$(uname -m)" = aarch64 ] && echo arm64 || echo x64)" ${VERSION:+"-p:Version=$VERSION"} \
 && mkdir /data

FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled
COPY --from=build /out/cecsim /usr/local/bin/cecsim
# The development CA: a volume here outlives the container.
COPY --from=build --chown=1654:1654 --chmod=700 /data /data
ENV CECSIM_DATA=/data
USER 1654:1654
EXPOSE 5080 5443 5060 5060/udp 5090/udp
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s CMD ["cecsim", "health"]
# CECSIM_CONTROL_KEY has to be set: it is what the control API asks other machines for, and the host is one.
ENTRYPOINT ["cecsim"]
CMD ["serve", "--urls", "http://*:5080;https://*:5443", "--media-port", "5090", "--media-bind", "0.0.0.0", "--sip-port", "5060"]
