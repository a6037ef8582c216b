# One image for each app: docker build --build-arg APP=ingest-source -t image-ingest/ingest-source .
ARG JAVA=25

FROM eclipse-temurin:${JAVA}-jdk AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 ./mvnw -q -B -Dmaven.test.skip=true \
    -pl ingest-source,resize-processor,s3-sink,bulk-jobs -am package
ARG APP
# Libraries as plain files: they change seldom and make a layer of their own.
RUN java -Djarmode=tools -jar ${APP}/target/${APP}-*-exec.jar extract --layers --launcher --destination /layers

FROM eclipse-temurin:${JAVA}-jre
# Without these everything works with the portable engine, several times slower and without HEIC and AVIF.
RUN apt-get update && apt-get install -y --no-install-recommends curl libturbojpeg libzimg2 libvips42t64 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --no-create-home ingest
WORKDIR /app
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
USER 10001
# The root file system may be read-only; photos in hand lie here.
VOLUME /tmp
ENV MALLOC_ARENA_MAX=2 JAVA_OPTS="-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:MaxRAMPercentage=50" SERVER_PORT=8080
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD curl -fsS "http://127.0.0.1:${SERVER_PORT}/actuator/health/readiness" || exit 1
ENTRYPOINT ["sh", "-c", "exec java $JAVA_OPTS -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED org.springframework.boot.loader.launch.JarLauncher \"$@\"", "--"]
