#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""hold.py NAME KEYS SHOWN: a terminal whose other end stays open, whatever is hung up. Its name goes into the file NAME, what comes
through the fifo KEYS is typed, what is written to it is added to the file SHOWN."""
import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time

name, keys, shown = sys.argv[1:]
master, slave = pty.openpty()
fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("4H", 25, 80, 0, 0))
typed = os.open(keys, os.O_RDWR)
out = os.open(shown, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
with open(name + ".new", "w") as file:
    file.write(os.ttyname(slave))
os.rename(name + ".new", name)
while True:
    for ready in select.select([master, typed], [], [])[0]:
        try:
            data = os.read(ready, 65536)
            os.write(out if ready == master else master, data)
        except OSError:
            time.sleep(0.02)  # hung up, and nobody has it open yet
