#!/usr/bin/env bash
# Verifies the course, or grades a class, as a Slurm array: a task for each share, and a job that joins them.
#
#   cargo install --path checker && cargo install --path checker/grade
#
#   job=$(sbatch --parsable --array=1-8 docs/ci/slurm.sh verify)
#   sbatch --dependency=afterany:$job docs/ci/slurm.sh verified
#
#   job=$(sbatch --parsable --array=1-8 docs/ci/slurm.sh grade submissions)
#   sbatch --dependency=afterok:$job docs/ci/slurm.sh graded
#
# Call it in the clone, on a file system that all nodes see. A task that was stopped can be submitted again; what it has
# judged is not judged twice.
#
#SBATCH --job-name=threadlings
#SBATCH --cpus-per-task=4
#SBATCH --mem-per-cpu=2G
#SBATCH --time=02:00:00
#SBATCH --output=threadlings-%A-%a.log
set -euo pipefail

# Each node builds the judges for itself, on a disk of its own.
export THREADLINGS_JUDGES=${THREADLINGS_JUDGES:-${SLURM_TMPDIR:-${TMPDIR:-/tmp}}/threadlings-judges-$USER}
share=${SLURM_ARRAY_TASK_ID:-1}
shares=${SLURM_ARRAY_TASK_COUNT:-1}
mkdir -p shares

case ${1:-} in
verify)
    # 1 means that something differs, which the job that joins the shares will say.
    threadlings verify --partition $share/$shares --format json > shares/verify-$share.json || [ $? -eq 1 ]
    ;;
verified)
    threadlings merge shares/verify-*.json
    ;;
grade)
    threadlings grade "${2:?which folder holds the submissions?}" --out shares/graded-$share --partition $share/$shares
    ;;
graded)
    threadlings merge shares/graded-* --out graded
    ;;
*)
    echo "call it with verify, verified, grade or graded; its first lines say how" >&2
    exit 2
    ;;
esac
