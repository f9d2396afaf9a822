# shellcheck shell=bash
# Programs from Debian's (or Ubuntu's) archive that run from a directory of our own.
#
# apt resolves and fetches the packages, verified by the archive's keys, into a directory of its own; nothing is installed, no root
# rights are needed, no service starts, and removing the cache removes everything. The programs of a newer suite need a newer C
# library than the machine has, so each is pointed at the loader and libraries beside it (patchelf), not at LD_LIBRARY_PATH: what they
# start in turn uses the machine's own.

# Unpacks packages with all they depend on into $SWITCHBOARD_CACHE/NAME.part; publish_root makes it visible under its name.
unpack_root() { # NAME SUITE PACKAGE...   (SUITE: one of the archive, or "own" for what the machine's apt sources offer)
  local name=$1 suite=$2
  shift 2
  local part=$SWITCHBOARD_CACHE/$name.part
  require_apt "$*"
  rm -rf --one-file-system "$part"
  mkdir -p "$part"/{apt/lists/partial,apt/archives/partial,usr/{bin,sbin,lib,lib64}}
  ln -s usr/bin usr/sbin usr/lib usr/lib64 "$part"
  private_apt "$part/apt" "$suite"
  fetch_packages "$name" "$@"
  local package
  for package in "$part"/apt/archives/*.deb; do
    dpkg-deb --fsys-tarfile "$package" | tar -x --keep-directory-symlink --no-same-owner -C "$part" ||
      die "cannot unpack $(basename "$package") into $part"
  done
  rm -rf "$part"/apt "$part"/usr/share/{doc,man,locale,info,lintian}
  links_within "$part"
}

publish_root() { # NAME
  private_library_paths "$SWITCHBOARD_CACHE/$1.part" "$SWITCHBOARD_CACHE/$1"
  rm -rf "${SWITCHBOARD_CACHE:?}/$1"
  mv "$SWITCHBOARD_CACHE/$1.part" "$SWITCHBOARD_CACHE/$1"
}

# Makes executables run outside any chroot, once the root is published, with the loader and libraries of that root.
# (Never the whole of usr/bin: patchelf cannot rewrite itself.)
patch_programs() { # NAME EXECUTABLE...   (each below NAME.part; directories are searched)
  local part=$SWITCHBOARD_CACHE/$1.part root=$SWITCHBOARD_CACHE/$1 path
  shift
  local libraries loader
  libraries=$(root_libraries "$part")
  loader=$(root_loader "$part")
  while IFS= read -r path; do
    is_elf "$path" || continue
    local rpath
    rpath=$(root_patchelf "$part" --print-rpath "$path")
    root_patchelf "$part" --force-rpath --set-rpath "${rpath:+$rpath:}$root/$libraries" "$path"
    if root_patchelf "$part" --print-interpreter "$path" >/dev/null 2>&1; then
      root_patchelf "$part" --set-interpreter "$root/$loader" "$path"
    fi
  done < <(find -H "${@/#/$part/}" -type f \( -perm -u+x -o -name '*.so*' \))
}

# Libraries that name a directory of the machine as their search path (libpulse does) are pointed into the root.
private_library_paths() { # PART ROOT
  local library rpath
  [[ -x $1/usr/bin/patchelf ]] || return 0
  while IFS= read -r library; do
    rpath=$(root_patchelf "$1" --print-rpath "$library" 2>/dev/null) || continue
    [[ $rpath == /usr/lib* ]] || continue
    root_patchelf "$1" --force-rpath --set-rpath "$2${rpath//:\//:$2/}" "$library"
  done < <(find "$1/$(root_libraries "$1")" -maxdepth 1 -type f -name '*.so*')
}

# Runs a program that insists on its files being below /usr (Debian's Node.js does) inside the root, with one directory of ours as
# /work and the machine's /etc; the mounts are gone with the process.
inside_root() { # PART WORK PROGRAM [ARGUMENT...]
  local as_root=()
  ((EUID == 0)) || as_root=(--map-root-user)
  # shellcheck disable=SC2016 # expanded in the new namespace
  unshare --mount "${as_root[@]}" bash -euc '
    part=$1 work=$2
    shift 2
    mkdir -p "$part"/{etc,dev,proc,tmp,work}
    for directory in etc dev proc; do mount --rbind "/$directory" "$part/$directory"; done
    mount --bind "$work" "$part/work"
    HOME=/work PATH=/usr/sbin:/usr/bin:$PATH exec chroot "$part" "$@"' inside_root "$@"
}

root_libraries() { (cd "$1" && compgen -G 'usr/lib/*-linux-gnu*' | head -n 1); }

root_loader() { (cd "$1" && { compgen -G 'usr/lib64/ld-linux-*.so.*' || compgen -G 'usr/lib/ld-linux-*.so.*'; } | head -n 1); }

root_patchelf() { # PART ARGUMENT...
  local part=$1
  shift
  "$part/$(root_loader "$part")" --library-path "$part/$(root_libraries "$part")" "$part/usr/bin/patchelf" "$@"
}

is_elf() { [[ $(head -c 4 "$1" | tr -d '\0') == $'\x7fELF' ]]; }

# Packages name absolute targets (/etc/...), which outside a chroot would be the machine's.
links_within() { # ROOT
  local link target
  while IFS= read -r link; do
    target=$1$(readlink "$link")
    [[ ! -e $target ]] || ln -sfnr "$target" "$link"
  done < <(find "$1" -type l -lname '/*')
}

# --- apt, with lists, archives and a package state of its own (empty, or what ALREADY_THERE says in dpkg's format)

private_apt() { # DIRECTORY SUITE
  printf '%s' "${ALREADY_THERE:-}" >"$1/status"
  APT_PRIVATE=(-o "Dir::State::Lists=$1/lists" -o "Dir::State::status=$1/status" -o "Dir::State::extended_states=$1/states"
    -o "Dir::Cache::Archives=$1/archives" -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache=
    -o Debug::NoLocking=true -o "APT::Sandbox::User=$(id -un)" -o APT::Install-Recommends=false
    -o APT::Get::List-Cleanup=false -o APT::Update::Error-Mode=any -o Acquire::Languages=none -o Acquire::Retries=3
    -o Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false -o Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled=false)
  [[ $2 != own ]] || return 0
  local keyring=/usr/share/keyrings/debian-archive-keyring.gpg mirror
  [[ -r $keyring ]] || keyring=
  mirror=$(archive_mirror) || exit 1
  printf 'deb %s %s %s main\n' "${keyring:+[signed-by=$keyring]}" "$mirror" "$2" >"$1/sources.list"
  APT_PRIVATE+=(-o "Dir::Etc::SourceList=$1/sources.list" -o Dir::Etc::SourceParts=/dev/null
    -o Dir::Etc::Preferences=/dev/null -o Dir::Etc::PreferencesParts=/dev/null)
}

# The archive that the machine itself installs from, whichever format its sources are written in. Others may carry the release's
# name too; only the distribution's own has its updates as well.
archive_mirror() {
  local mirror
  mirror=$(apt-get "${APT_PRIVATE[@]}" --print-uris update 2>/dev/null | tr -d "'" |
    awk -v release="$(os_release VERSION_CODENAME)" '
      split($1, part, "/dists/") == 2 && split(part[2], suite, "/") > 2 && suite[2] == "main" {
        rank = suite[1] == release "-updates" ? 3 : suite[1] == release ? 2 : suite[1] ~ /^(stable|testing|unstable|sid)$/ ? 1 : 0
        if (rank > best) { best = rank; mirror = part[1] }
      }
      END { print mirror }')
  [[ -n $mirror ]] || die "no Debian mirror found in this machine's apt sources" "see /etc/apt/sources.list and /etc/apt/sources.list.d"
  printf '%s\n' "$mirror"
}

fetch_packages() { # STEP PACKAGE...
  local step=$1 log=$SWITCHBOARD_CACHE/apt.log
  shift
  apt-get "${APT_PRIVATE[@]}" -q update >"$log" 2>&1 ||
    die_apt "cannot read the package lists; is the network there?" "$log"
  apt-get "${APT_PRIVATE[@]}" -q -y --download-only install "$@" 2>&1 | tee -a "$log" | packages_fetched "$step" ||
    die_apt "cannot fetch the packages $*" "$log"
}

packages_fetched() { # STEP   (reads apt's lines)
  local line total='?' fetched=0
  while IFS= read -r line; do
    case $line in
      *' newly installed'*) total=$(sed -E 's/.* ([0-9]+) newly installed.*/\1/' <<<"$line") ;;
      Get:*) step_progress "$1, packages fetched" $((++fetched)) "$total" ;;
    esac
  done
  step_progress_end
}

die_apt() { # WHAT LOG
  die "$1" "the last lines of $2:" "$(tail -n 5 "$2" | sed 's/^/  /')"
}

require_apt() { # WHAT_IS_WANTED
  local tool
  for tool in apt-get dpkg-deb tar; do
    command -v "$tool" >/dev/null ||
      die "this machine ($(os_release PRETTY_NAME)) has no $tool, so Switchboard cannot fetch: $1" \
        "install by your own package manager: a JDK >= 21, Maven >= 3.8, Asterisk >= 20, redis or valkey, sipp, espeak-ng, sox"
  done
}

os_release() { # KEY
  (. /etc/os-release 2>/dev/null && printf '%s\n' "${!1:-}")
}
