# A model behind HTTP and WebSocket. docs/deployment.md says how it is built and run.
FROM maven:3.9.11-eclipse-temurin-17 AS build
WORKDIR /source
COPY . .
# --mount keeps what Maven downloads from one build to the next.
RUN --mount=type=cache,target=/root/.m2 \
    mvn -q -B -pl undertone-app -am package \
        -Dmaven.test.skip=true -Dspotless.check.skip=true -Dcheckstyle.skip=true \
    && mkdir /release \
    && tar -xzf undertone-app/target/undertone-*-linux-x86_64.tar.gz -C /release --strip-components=1

FROM eclipse-temurin:17-jre-jammy
COPY --from=build /release /opt/undertone
# The classes of a start are archived here, once: at run time the file system may be read-only.
RUN /opt/undertone/undertone --version \
    && for second in $(seq 120); do \
        if [ "$second" -gt 1 ] && [ ! -e "$(echo /opt/undertone/lib/classes-*.jsa.lock)" ]; then break; fi; \
        sleep 1; \
    done \
    && groupadd --system --gid 10001 undertone \
    && useradd --system --uid 10001 --gid undertone --no-create-home --shell /usr/sbin/nologin undertone
USER 10001:10001
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
    CMD ["curl", "--fail", "--silent", "--show-error", "--output", "/dev/null", "http://127.0.0.1:8080/healthz"]
ENTRYPOINT ["/opt/undertone/undertone", "serve", "/model", "--host", "0.0.0.0", "--port", "8080"]
