# Installs what is missing, and says so; quick where nothing is. To be sourced by bash:
#
#   . web/install.sh
#   install_packages cmake ninja-build ...    Debian packages
#   install_node                              Node 20 or newer, and npm, on the PATH
#   install_modules web                       npm packages of that folder's lock file
#   install_backend                           npm packages of web/backend, with SQLite
#
# Downloads stay in build/ of the project.

stegvis_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Tools that build the core, the compiler and the wasm.
build_packages="g++ cmake ninja-build nlohmann-json3-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-cpp-dev libgtest-dev emscripten"

# Fonts that the tests' browsers draw with: a wide font, a narrow one, and one for Japanese.
font_packages="fonts-dejavu-core fonts-liberation fonts-vlgothic"
# Programs that the tests run as well: browsers, and the tools that check formats and rules.
test_packages="brotli binaryen chromium chromium-headless-shell firefox-esr webkit2gtk-driver xvfb"
test_packages="$test_packages clang-format clang-tidy"

say() { printf '%s\n' "$*" >&2; }

# Runs a command and shows what it said only where it failed.
quietly() {
  local log
  log=$(mktemp)
  if ! "$@" >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    say "failed: $*"
    return 1
  fi
  rm -f "$log"
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

install_packages() {
  local missing=() name
  for name in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || missing+=("$name")
  done
  [ ${#missing[@]} = 0 ] && return 0
  say "Installing Debian packages: ${missing[*]}"
  quietly as_root apt-get update -q
  quietly as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
}

node_is_new() {
  command -v node >/dev/null && node -e 'process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)' 2>/dev/null
}

install_node() {
  local folder=$stegvis_root/build/node/node_modules/node/bin
  [ -x "$folder/node" ] && PATH=$folder:$PATH
  # Debian's npm conflicts with a Node from elsewhere: it comes only where there is none.
  command -v npm >/dev/null || install_packages nodejs npm
  node_is_new && return 0
  say "Installing Node 22"
  mkdir -p "$stegvis_root/build/node"
  quietly npm install --prefix "$stegvis_root/build/node" --no-audit --no-fund node@22
  PATH=$folder:$PATH
  node_is_new
}

install_modules() {
  local folder=$stegvis_root/$1
  shift
  local stamp=$folder/node_modules/.stegvis
  [ -e "$stamp" ] && [ ! "$folder/package-lock.json" -nt "$stamp" ] && return 0
  say "Installing npm packages of ${folder#"$stegvis_root/"}"
  (cd "$folder" && quietly npm ci --no-audit --no-fund "$@")
  touch "$stamp"
}

# SQLite is in Node from 22.13 on. For an older one better-sqlite3 is compiled, with the headers that stand beside
# Node; where there are none, npm looks for them elsewhere. npm is silent where that fails, as it may do without.
install_backend() {
  local prefix has_sqlite='require("node:sqlite")'
  if node -e "$has_sqlite" 2>/dev/null; then
    install_modules web/backend --omit=optional
    return
  fi
  has_sqlite='new (require("./web/backend/node_modules/better-sqlite3"))(":memory:")'
  (cd "$stegvis_root" && node -e "$has_sqlite" 2>/dev/null) || rm -f "$stegvis_root/web/backend/node_modules/.stegvis"
  command -v python3 >/dev/null || install_packages python3
  install_packages make g++
  prefix=$(dirname "$(dirname "$(readlink -f "$(command -v node)")")")
  [ ! -e "$prefix/include/node/node.h" ] || export npm_config_nodedir=$prefix
  install_modules web/backend
  unset npm_config_nodedir
  (cd "$stegvis_root" && node -e "$has_sqlite") || { say "failed: better-sqlite3 is compiled"; return 1; }
}

# build_preset native stegvis: one target of a preset; says what it does where it takes a while.
build_preset() {
  local preset=$1 target=$2 said
  cd "$stegvis_root"
  [ -e "build/$preset/build.ninja" ] || { say "Setting up the $preset build"; quietly cmake --preset "$preset"; }
  (sleep 2; say "Building $target ($preset); the first time takes a few minutes") &
  said=$!
  NODE_PATH=/usr/share/nodejs quietly cmake --build "build/$preset" --target "$target" || { kill "$said" 2>/dev/null; return 1; }
  kill "$said" 2>/dev/null || true
  wait "$said" 2>/dev/null || true
}
