# What the start scripts share; they source it. It sets `project` and `java`.
project=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

# Without a UTF-8 locale Java cannot open files with Chinese names.
case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
  *[Uu][Tt][Ff]*8) ;;
  *) export LC_ALL=C.UTF-8 ;;
esac

say() { # Chinese, English
  case "${XUELIANG_LANG:-zh}" in
    en*) echo "$2" >&2 ;;
    *) echo "$1" >&2 ;;
  esac
}

require_java() {
  local version
  version=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1) || true
  if [ "$version" != 17 ]; then
    say "需要 JDK 17，现在的 $java 是 ${version:-（未找到）}：请安装 JDK 17，或把 JAVA_HOME 指向它。" \
      "JDK 17 is needed, but $java is ${version:-not there}: install one, or point JAVA_HOME at it."
    exit 2
  fi
}

# Builds a module, such as deploy/local, if its sources changed since it was built; true if it did.
build_if_changed() {
  local stamp=$project/$1/target/built
  if [ -e "$stamp" ] && [ -z "$(find "$project/pom.xml" "$project/schemas" "$project/jobs" \
    "$project/deploy" -path '*/target' -prune -o -path '*/src/test' -prune -o -type f \
    \( -path '*/src/main/*' -o -name pom.xml \) -newer "$stamp" -print -quit)" ]; then
    return 1
  fi
  say "正在构建，首次需要几分钟……" "Building, which takes some minutes the first time…"
  local begun
  begun=$(mktemp)
  if ! (cd "$project" && mvn -q -B -pl "$1" -am package -Dmaven.test.skip=true) >&2; then
    say "构建失败，原因见上。" "The build failed, see above."
    exit 2
  fi
  # What is changed while it is being built is built the next time.
  mv "$begun" "$stamp"
}
