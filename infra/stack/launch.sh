# Sourced by infra/up, down, status, reset and bench/run. Finds a JDK, packages the launcher when it is older than its sources.

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

need_java() {
    java=${JAVA_HOME:+$JAVA_HOME/bin/}java
    command -v "$java" >/dev/null ||
        fail "No Java found. infra/up needs a JDK 17 or newer: install one" \
            "(Debian: apt install openjdk-17-jdk-headless) or set JAVA_HOME."
    local version
    version=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
    [ "${version:-0}" -ge 17 ] ||
        fail "infra/up needs a JDK 17 or newer, and $("$java" -version 2>&1 | head -n 1) answers to '$java'." \
            "Set JAVA_HOME to a newer one."
}

# Whether a file that goes into the package changed after the stamp was set. Test sources do not go into it.
is_older_than_sources() {
    local stamp=infra/stack/target/packaged$1 app=app-war bench=
    [ "$1" != -launcher ] || app=
    [ "$1" != -bench ] || bench=infra/bench
    [ ! -e infra/stack/target/stack.jar ] || [ ! -e "$stamp" ] ||
        [ -n "$(find pom.xml .mvn $app $bench tenant-admin keycloak-realm infra/pom.xml \
            infra/analysis-plugin infra/demo infra/stack \
            \( -name target -o -name node_modules -o -path '*/src/test' \) -prune \
            -o -type f -newer "$stamp" -print -quit 2>/dev/null)" ]
}

# Arguments: what to package (a Maven project list), the name of its stamp.
package() {
    is_older_than_sources "$2" || return 0
    command -v mvn >/dev/null || fail "No Maven found. infra/up needs Maven 3.8 or newer (Debian: apt install maven)."
    local log began=$SECONDS
    log=$(mktemp "${TMPDIR:-/tmp}/trame-package.XXXXXX")
    touch "$log.stamp"
    mvn -B -ntp -Dmaven.test.skip=true package -pl "$1" -am >"$log" 2>&1 &
    local maven=$!
    trap 'kill $maven 2>/dev/null; exit 130' INT TERM
    while kill -0 "$maven" 2>/dev/null; do
        if [ -t 1 ]; then
            printf '\r\033[K… packaging   %4d s  %s' $((SECONDS - began)) \
                "$(sed -n 's/.*Building \(Trame.*\) [0-9].*/\1/p' "$log" | tail -n 1)"
        fi
        sleep 0.5
    done
    trap - INT TERM
    if ! wait "$maven"; then
        printf '\n'
        tail -n 40 "$log" >&2
        fail "Maven could not package the project; the end of its output is above, all of it is in $log."
    fi
    [ -t 1 ] && printf '\r\033[K'
    printf '✓ packaging   %4d s\n' $((SECONDS - began))
    mv "$log.stamp" "infra/stack/target/packaged$2"
    rm -f "$log"
}

launch() {
    if [ -t 0 ] && [ -t 1 ]; then
        export TRAME_TERMINAL=1 TRAME_COLUMNS
        TRAME_COLUMNS=$(tput cols 2>/dev/null || echo 110)
    fi
    exec "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m -Dfile.encoding=UTF-8 \
        -jar "$root/infra/stack/target/stack.jar" "$@"
}
