# One image for each app:   docker build --target app --build-arg APP=ingest-source -t image-ingest/ingest-source .
# Data Flow with the apps:  docker build --target dataflow -t image-ingest/dataflow .
ARG JAVA=25

FROM eclipse-temurin:${JAVA}-jdk AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 ./mvnw -q -B -Dmaven.test.skip=true \
    -pl ingest-source,resize-processor,s3-sink,bulk-jobs -am package \
    && for app in ingest-source resize-processor s3-sink bulk-jobs; do \
         containers/lay-out "$app"/target/"$app"-*-exec.jar "/layers/$app"; \
       done

FROM eclipse-temurin:${JAVA}-jre AS base
# Without the image libraries everything works with the portable engine, several times slower and without HEIC and AVIF.
RUN apt-get update && apt-get install -y --no-install-recommends curl libturbojpeg libzimg2 libvips42t64 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --no-create-home ingest
ENV MALLOC_ARENA_MAX=2
# The root file system may be read-only; photos in hand lie here.
VOLUME /tmp

FROM base AS app
ARG APP
WORKDIR /app
# Libraries as plain files: they change seldom and make a layer of their own.
COPY --from=build /layers/${APP}/dependencies/ ./
COPY --from=build /layers/${APP}/spring-boot-loader/ ./
COPY --from=build /layers/${APP}/snapshot-dependencies/ ./
COPY --from=build /layers/${APP}/application/ ./
COPY containers/start containers/learn containers/check ./
RUN ./learn
USER 10001
ENV SERVER_PORT=8080
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 CMD ["/app/check"]
ENTRYPOINT ["/app/start"]

FROM build AS servers
RUN --mount=type=cache,target=/root/.m2 ./mvnw -q -B -DskipTests -f stream-definitions/dataflow-server/pom.xml package

FROM base AS dataflow
# The servers do not run on what the apps need.
COPY --from=eclipse-temurin:17-jre /opt/java/openjdk /opt/java/17
ENV DATAFLOW_JAVA_HOME=/opt/java/17
WORKDIR /dataflow
COPY --from=servers /build/stream-definitions/dataflow-server/target/*-server.jar stream-definitions/dataflow-server/target/
COPY --from=build /build/ingest-source/target/*-exec.jar ingest-source/target/
COPY --from=build /build/resize-processor/target/*-exec.jar resize-processor/target/
COPY --from=build /build/s3-sink/target/*-exec.jar s3-sink/target/
COPY --from=build /build/bulk-jobs/target/*-exec.jar bulk-jobs/target/
COPY stream-definitions/ stream-definitions/
COPY bin/dataflow-options.sh bin/
COPY containers/dataflow containers/
RUN install -d -o 10001 /releases
USER 10001
ENTRYPOINT ["/dataflow/containers/dataflow"]
