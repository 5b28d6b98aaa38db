#!/usr/bin/env bash
# Whether a change may go in, in one job: runs the extractor of BASE, then holds that of the working tree against it.
# No baseline has to be committed. Exit codes are those of "assay gate".
#
#   gate.sh BASE [OPTIONS OF assay gate]     e.g. gate.sh origin/main --reporter terminal,junit
#
# ASSAY_INSTALL  makes a checkout of the base ready to run (default: npm ci)
# ASSAY_OUT      folder of the run, with verdict.json (default: assay-gate)
# ASSAY          the program (default: the one that is installed here, for both)
set -euo pipefail

base=$(git rev-parse --verify --quiet "${1:?name the base, e.g. origin/main}^{commit}") || {
  echo "gate.sh: git knows no revision $1 here; check out the whole history (fetch-depth: 0)" >&2
  exit 2
}
shift
assay=${ASSAY:-node "$PWD/node_modules/assay/dist/cli/assay.mjs"}
prefix=$(git rev-parse --show-prefix)
work=$(mktemp -d)
clean_up() {
  git worktree remove --force "$work/tree" 2>/dev/null || true
  rm -rf "$work"
  git worktree prune
}
trap clean_up EXIT

git worktree add --quiet --detach "$work/tree" "$base"
(
  cd "$work/tree/$prefix"
  eval "${ASSAY_INSTALL:-npm ci}"
  # Outside of CI a baseline that is missing is written.
  CI=false eval "$assay gate"' "$@" --baseline "$work/baseline" --out "$work/run"'
) >&2
if [ -f reports/baseline/acknowledged.yaml ]; then
  cp reports/baseline/acknowledged.yaml "$work/baseline/"
fi
CI=true eval "$assay gate"' "$@" --baseline "$work/baseline" --out "${ASSAY_OUT:-assay-gate}"'
