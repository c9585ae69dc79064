# SPDX-License-Identifier: MIT
# A ministry's file on several machines, as doc/cluster.md shows it: GNU parallel over ssh to two real sshd on the loopback, and a job
# array of Slurm on one machine that plays two nodes. Each time a worker is lost on the way; its part is done again, and what comes out is
# byte for byte what one process gives. Slurm waits two minutes before it gives a lost part to another node.
set -eu
. "$TANU_SRC/tests/world/lib.sh"
test "$(id -u)" -eq 0 || fail "needs root: sshd and Slurm's daemons"
world_packages openssh-server openssh-client rsync parallel munge slurmctld slurmd slurm-client
stop() { # PID-FILE...
    for file in "$@"; do
        test ! -s "$file" || kill -9 "$(cat "$file")" 2>/dev/null || true
    done
}
trap 'stop "$WORLD"/*.pid' EXIT

cd "$WORLD"
cat >assess.sh <<END
#!/bin/sh
# assess.sh PART WORKER: its answers, whole or not at all. Status 1 only says that some lines were bad.
"$TANU_BUILD/tanu" assess --brief --as-of 2026-11-01 <"\$1" >"\$1.half" || test \$? -eq 1 || exit 1
mv "\$1.half" "\$1.answers"
echo "\$1 \$2" >>"$WORLD/done"
END

n=0
for to in KZ CN JP NZ AU KR IN VN; do
    for from in KZ AU DE CN RU; do
        for level in bachelor master doctorate honorary; do
            for mode in on_campus online blended nonsense; do
                n=$((n + 1))
                echo "{\"id\":$n,\"award_country\":\"$from\",\"destination\":\"$to\",\"level\":\"$level\",\"mode\":\"$mode\"}"
            done
        done
    done
done >cases.jsonl
"$TANU_BUILD/tanu" assess --brief --as-of 2026-11-01 cases.jsonl >one || test $? -eq 1 || fail "one process"
test "$(wc -l <one)" -eq $n || fail "one process gives $(wc -l <one) lines"
split --number=l/8 --numeric-suffixes --suffix-length=1 cases.jsonl part.
# Errors name the line in their part; the id tells which case it was.
for part in part.?; do "$TANU_BUILD/tanu" assess --brief --as-of 2026-11-01 "$part" || true; done >expected
sed 's/"line":[0-9]*,//' one >a && sed 's/"line":[0-9]*,//' expected >b && cmp a b || fail "parts are not the whole"

# ---- GNU parallel over ssh ---------------------------------------------------------------------
ssh-keygen -q -t ed25519 -N '' -f key
ssh-keygen -q -t ed25519 -N '' -f host
mkdir -p /run/sshd
port=$((21000 + $$ % 20000))
for worker in north south; do
    port=$((port + 1))
    mkdir "$worker"
    printf '%s\n' "Port $port" 'ListenAddress 127.0.0.1' "HostKey $WORLD/host" "PidFile $WORLD/$worker.pid" 'UsePAM no' 'StrictModes no' \
        "AuthorizedKeysFile $WORLD/key.pub" 'PermitRootLogin yes' "SetEnv WORKER=$worker" 'MaxStartups 60' >$worker.conf
    printf '%s\n' "Host $worker" 'HostName 127.0.0.1' "Port $port" "IdentityFile $WORLD/key" 'StrictHostKeyChecking no' \
        'UserKnownHostsFile /dev/null' 'LogLevel ERROR' >>ssh.conf
    /usr/sbin/sshd -f "$WORLD/$worker.conf" -E "$WORLD/$worker.log" || fail "sshd of $worker"
done
cat >remote.sh <<END
#!/bin/sh
# The first part that south gets takes its sshd and this session along.
if test "\$WORKER" = south && mkdir "$WORLD/lost" 2>/dev/null; then
    kill -9 "\$(cat "$WORLD/south.pid")"
    kill -9 \$PPID
    exit 1
fi
exec sh "$WORLD/assess.sh" "\$1" "\$WORKER"
END
export HOME="$WORLD" # parallel keeps its own files there
grep -q -e '--transferfile {} --return {}.answers --cleanup' "$TANU_SRC/doc/cluster.md" || fail "doc/cluster.md shows another call"
parallel --will-cite --ssh "ssh -F $WORLD/ssh.conf" --sshlogin 1/north,1/south --retries 4 --keep-order --workdir "$WORLD/far" \
    --transferfile {} --return {}.answers --cleanup "sh $WORLD/remote.sh {}" ::: part.? >parallel.log 2>&1 || { cat parallel.log; fail "parallel"; }
cat part.?.answers >two
cmp expected two || fail "GNU parallel over ssh gives something else"
test -d lost || fail "no worker was lost"
grep -q north done || fail "north did nothing"
echo "GNU parallel over ssh: $(wc -l <done) parts done by $(cut -d' ' -f2 done | sort | uniq -c | tr -s ' \n' ' ')"
rm -rf part.?.answers done lost north.pid

# ---- Slurm -------------------------------------------------------------------------------------
mkdir -m 700 munge state spool.north spool.south
head -c 1024 /dev/urandom >munge/key
chmod 400 munge/key
/usr/sbin/munged --force --socket="$WORLD/munge/sock" --key-file="$WORLD/munge/key" --pid-file="$WORLD/munge.pid" \
    --log-file="$WORLD/munge/log" --seed-file="$WORLD/munge/seed" 2>munge/err || { cat munge/err; fail "munged"; }
host=$(hostname -s)
cat >slurm.conf <<END
ClusterName=tanu
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$WORLD/munge/sock
SlurmctldPort=$((port + 1))
SlurmctldPidFile=$WORLD/slurmctld.pid
SlurmctldLogFile=$WORLD/slurmctld.log
StateSaveLocation=$WORLD/state
SlurmdPidFile=$WORLD/slurmd.%n.pid
SlurmdLogFile=$WORLD/slurmd.%n.log
SlurmdSpoolDir=$WORLD/spool.%n
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
MpiDefault=none
SchedulerType=sched/builtin
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
JobRequeue=1
SlurmdTimeout=10
NodeName=north NodeHostname=$host NodeAddr=127.0.0.1 Port=$((port + 2)) CPUs=1
NodeName=south NodeHostname=$host NodeAddr=127.0.0.1 Port=$((port + 3)) CPUs=1
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
END
export SLURM_CONF="$WORLD/slurm.conf"
/usr/sbin/slurmctld -i -c || fail "slurmctld"
for worker in north south; do /usr/sbin/slurmd -N $worker || fail "slurmd of $worker"; done
cat >job.sh <<END
#!/bin/sh
# The first part that south gets takes its daemon and this step's along: to Slurm the machine is gone.
if test "\$SLURMD_NODENAME" = south && mkdir "$WORLD/lost" 2>/dev/null; then
    kill -9 "\$(cat "$WORLD/slurmd.south.pid")"
    kill -9 \$PPID
    exit 1
fi
exec sh "$WORLD/assess.sh" "$WORLD/part.\$SLURM_ARRAY_TASK_ID" "\$SLURMD_NODENAME"
END
grep -q -e '--array=0-' "$TANU_SRC/doc/cluster.md" || fail "doc/cluster.md shows no job array"
timeout 300 sbatch --wait --requeue --array=0-7 --output="$WORLD/job.%a.out" job.sh >sbatch.log 2>&1 ||
    { cat sbatch.log job.*.out; tail -n 20 slurmctld.log; fail "sbatch"; }
cat part.?.answers >three
cmp expected three || fail "Slurm gives something else"
test -d lost || fail "no node was lost"
test "$(cut -d' ' -f1 done | sort -u | wc -l)" -eq 8 || fail "parts: $(cat done)"
echo "Slurm: $(wc -l <done) parts done by $(cut -d' ' -f2 done | sort | uniq -c | tr -s ' \n' ' ')"
