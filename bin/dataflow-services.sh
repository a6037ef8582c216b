# shellcheck shell=bash
# RabbitMQ, PostgreSQL and the object store of ./run dataflow, each on 127.0.0.1 and with its
# files in the data folder. To be sourced, with root, data and JAVA_HOME set.

# start_part NAME COMMAND...: starts a process in a group of its own, so that Ctrl-C does not
# reach it and whatever it leaves behind can be found.
start_part() {
  local name=$1
  shift
  set -m
  "$@" >"$data/logs/$name.log" 2>&1 </dev/null &
  set +m
  part=$!
  printf '%s %s\n' "$name" "$part" >>"$data/processes"
}

# await_part NAME SECONDS COMMAND...: waits until the command succeeds.
await_part() {
  local name=$1 left=$(($2 * 2)) pid
  shift 2
  pid=$(sed -n "s/^$name //p" "$data/processes" | tail -n 1)
  until "$@" >/dev/null 2>&1; do
    if ! kill -0 "$pid" 2>/dev/null || [ "$left" -le 0 ]; then
      echo "$name does not start. The end of $data/logs/$name.log:" >&2
      tail -n 15 "$data/logs/$name.log" >&2
      return 1
    fi
    left=$((left - 1))
    sleep 0.5
  done
}

listens() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# free_port FROM: the first port from there that nobody listens on.
free_port() {
  local port=$1
  while listens "$port"; do port=$((port + 1)); done
  printf '%s\n' "$port"
}

# PostgreSQL refuses to run as root; in a user namespace it does not see that it does.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then unshare -U "$@"; else "$@"; fi
}

find_postgres() {
  local candidate
  for candidate in "$(dirname "$(command -v initdb || echo /none/initdb)")" /usr/lib/postgresql/*/bin; do
    if [ -x "$candidate/initdb" ]; then
      postgres=$candidate
      return
    fi
  done
  echo "PostgreSQL is missing: apt-get install postgresql, or name one with --postgres." >&2
  return 1
}

start_database() {
  find_postgres || return 1
  local folder=$data/postgres
  if [ ! -e "$folder/PG_VERSION" ]; then
    as_postgres "$postgres/initdb" -D "$folder" -U ingest -A scram-sha-256 --pwfile="$data/secrets/database-password" \
      -E UTF8 --no-locale >"$data/logs/initdb.log" 2>&1 || { cat "$data/logs/initdb.log" >&2; return 1; }
  fi
  database_port=$(free_port 5433)
  start_part postgres as_postgres "$postgres/postgres" -D "$folder" -p "$database_port" -h 127.0.0.1 -k "$data/run"
  database_host=127.0.0.1
  database_user=ingest
  database_password=$(cat "$data/secrets/database-password")
  await_part postgres 120 query postgres 'select 1'
}

# query DATABASE SQL
query() {
  PGPASSWORD=$database_password psql -qtA -h "$database_host" -p "$database_port" -U "$database_user" -d "$1" -c "$2"
}

make_databases() {
  local name
  for name in skipper dataflow ingest; do
    if [ "$(query postgres "select 1 from pg_database where datname = '$name'")" != 1 ]; then
      query postgres "create database $name" >/dev/null
    fi
  done
}

find_rabbit() {
  # Not the one on the PATH: Debian's is for the service of the system.
  for rabbit in /usr/lib/rabbitmq/bin /usr/local/sbin /opt/homebrew/sbin /usr/local/opt/rabbitmq/sbin; do
    if [ -x "$rabbit/rabbitmq-server" ]; then return; fi
  done
  echo "RabbitMQ is missing: apt-get install rabbitmq-server, or name one with --rabbitmq." >&2
  return 1
}

with_rabbit() {
  env HOME="$data/rabbitmq" RABBITMQ_NODENAME="ingest-$rabbit_port@localhost" RABBITMQ_NODE_IP_ADDRESS=127.0.0.1 \
    RABBITMQ_NODE_PORT="$rabbit_port" RABBITMQ_DIST_PORT=$((rabbit_port + 20000)) \
    RABBITMQ_MNESIA_BASE="$data/rabbitmq" RABBITMQ_MNESIA_DIR="$data/rabbitmq/node" RABBITMQ_LOG_BASE="$data/logs" \
    RABBITMQ_ENABLED_PLUGINS_FILE="$data/rabbitmq/enabled_plugins" RABBITMQ_CONFIG_FILE="$data/rabbitmq/rabbitmq" \
    RABBITMQ_CONF_ENV_FILE=/dev/null RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS='-kernel inet_dist_use_interface {127,0,0,1}' \
    ERL_EPMD_ADDRESS=127.0.0.1 ERL_EPMD_PORT=$((rabbit_port + 10000)) "$@"
}

start_broker() {
  find_rabbit || return 1
  mkdir -p "$data/rabbitmq"
  # The node's name, and with it the place of its files, goes with the port.
  rabbit_port=$(cat "$data/rabbitmq/port" 2>/dev/null || free_port 5673)
  if listens "$rabbit_port"; then
    echo "Port $rabbit_port, which the RabbitMQ in $data uses, is taken." >&2
    return 1
  fi
  echo "$rabbit_port" >"$data/rabbitmq/port"
  rabbit_host=127.0.0.1
  rabbit_user=ingest
  rabbit_password=$(cat "$data/secrets/broker-password")
  cat >"$data/rabbitmq/rabbitmq.conf" <<CONF
default_user = $rabbit_user
default_pass = $rabbit_password
log.console = true
log.console.level = warning
CONF
  echo '[].' >"$data/rabbitmq/enabled_plugins"
  start_part rabbitmq with_rabbit "$rabbit/rabbitmq-server"
  await_part rabbitmq 180 listens "$rabbit_port"
}

stop_broker() {
  with_rabbit "$rabbit/rabbitmqctl" -q shutdown --timeout 30 >/dev/null 2>&1 || true
  # The name server that Erlang started for this node alone.
  with_rabbit epmd -kill >/dev/null 2>&1 || true
}

start_store() {
  start_part store "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx256m -jar "$application" store --port 0 --data "$data"
  await_part store 120 grep -q '^Ready: ' "$data/logs/store.log"
  store_url=$(sed -n 's/^Ready: //p' "$data/logs/store.log")
}

# stop_part NAME SECONDS: asks the process to stop, then sees that nothing of its group is left.
stop_part() {
  local pid left=$(($2 * 5))
  pid=$(sed -n "s/^$1 //p" "$data/processes" 2>/dev/null | tail -n 1)
  if [ -z "$pid" ]; then return; fi
  kill "$pid" 2>/dev/null || true
  while [ "$left" -gt 0 ] && kill -0 "$pid" 2>/dev/null; do
    sleep 0.2
    left=$((left - 1))
  done
  left=100
  if kill -- "-$pid" 2>/dev/null; then
    while [ "$left" -gt 0 ] && kill -0 -- "-$pid" 2>/dev/null; do
      sleep 0.2
      left=$((left - 1))
    done
    kill -9 -- "-$pid" 2>/dev/null || true
  fi
}
