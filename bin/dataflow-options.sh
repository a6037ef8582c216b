# shellcheck shell=bash
# How Skipper and the Data Flow server are told to start apps and tasks. To be sourced.

# Of the servers themselves.
# shellcheck disable=SC2034 # read by who sources this
server_flags=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx512m)

# What apps and tasks inherit from the servers' environment, where secrets stand: deployment
# properties are shown in the dashboard.
inherited='TMP,LANG,LANGUAGE,LC_.*,PATH,MALLOC_ARENA_MAX,STORE_.*,INGEST_.*,SPRING_RABBITMQ_.*,SPRING_DATASOURCE_PASSWORD,SPRING_BATCH_.*'

# skipper_options JAVA_HOME FOLDER HOST: sets options. Apps run on that Java, with their files in
# the folder, and are found under the name of the host.
skipper_options() {
  local account=spring.cloud.skipper.server.platform.local.accounts.default
  # shellcheck disable=SC2034 # read by who sources this
  options=("--$account.javaCmd=$1/bin/java" "--$account.workingDirectoriesRoot=$2" "--$account.hostname=$3"
    "--$account.envVarsToInherit=$inherited" "--$account.shutdownTimeout=40" "--$account.deleteFilesOnExit=false"
    "--$account.portRange.low=20000" "--$account.portRange.high=29999")
}

# server_options JAVA_HOME FOLDER REPORTS BROKER USER [PUSHGATEWAY]: sets options. Tasks run on that
# Java, with their files in the folder; BROKER is HOST:PORT.
server_options() {
  local account=spring.cloud.dataflow.task.platform.local.accounts.default
  local common=spring.cloud.dataflow.applicationProperties
  local pushing=$common.task.management.prometheus.metrics.export.pushgateway
  options=("--$account.javaCmd=$1/bin/java" "--$account.workingDirectoriesRoot=$2"
    "--$account.envVarsToInherit=$inherited" "--$account.deleteFilesOnExit=false"
    "--$common.stream.spring.rabbitmq.addresses=$4" "--$common.stream.spring.rabbitmq.username=$5"
    "--$common.stream.management.endpoints.web.exposure.include=health,info,prometheus"
    "--$common.task.spring.flyway.locations=classpath:db/migration/bulk-jobs/tables"
    "--$common.task.bulk.report-directory=$3")
  if [ -n "${6:-}" ]; then options+=("--$pushing.enabled=true" "--$pushing.address=$6"); fi
}
