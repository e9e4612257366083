"""A program on a terminal of its own, and somebody who types: drive_terminal.py COLUMNS STEPS COMMAND...

STEPS is JSON: a list of [text to wait for, keys to type]; waiting goes on behind what was found before.
Prints JSON: {"screen": all that was written, "code": exit code, "missing": the text that never came, or null}.
"""

import codecs
import fcntl
import json
import os
import pty
import select
import signal
import struct
import sys
import termios
import time

PATIENCE_SECONDS = 40
ROWS = 30

columns, steps, command = int(sys.argv[1]), json.loads(sys.argv[2]), sys.argv[3:]
child, terminal = pty.fork()
if child == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, columns, 0, 0))
    os.execvp(command[0], command)

decoder = codecs.getincrementaldecoder("utf-8")("replace")
screen = ""
read_to = 0
missing = None
deadline = time.monotonic() + PATIENCE_SECONDS


def read_more():
    """False where the program has ended."""
    global screen
    ready, _, _ = select.select([terminal], [], [], max(0, deadline - time.monotonic()))
    if not ready:
        raise TimeoutError
    try:
        data = os.read(terminal, 65536)
    except OSError:
        return False
    screen += decoder.decode(data)
    return data != b""


try:
    for wanted, keys in steps:
        deadline = time.monotonic() + PATIENCE_SECONDS
        missing = wanted
        found = screen.find(wanted, read_to)
        while found < 0 and read_more():
            found = screen.find(wanted, read_to)
        if found < 0:
            break
        missing = None
        read_to = found + len(wanted)
        for key in keys:
            # What stands before an escape sequence would be read as one key with it.
            time.sleep(0.03)
            os.write(terminal, key.encode())
    deadline = time.monotonic() + PATIENCE_SECONDS
    while missing is None and read_more():
        pass
except TimeoutError:
    missing = missing or "the end"
if missing is not None:
    os.kill(child, signal.SIGKILL)
_, status = os.waitpid(child, 0)
json.dump({"screen": screen, "code": os.waitstatus_to_exitcode(status), "missing": missing}, sys.stdout)
