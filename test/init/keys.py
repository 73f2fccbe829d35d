"""Runs a program on a terminal of its own: waits for each text in turn, and types what belongs to it."""

import fcntl, json, os, pty, select, struct, sys, termios, time

steps, command = json.loads(sys.argv[1]), sys.argv[2:]
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(command[0], command)
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))

shown, since, end = "", "", time.time() + 60
while time.time() < end:
    if not select.select([terminal], [], [], 0.1)[0]:
        continue
    try:
        read = os.read(terminal, 65536).decode(errors="replace")
    except OSError:
        break
    if not read:
        break
    shown, since = shown + read, since + read
    if steps and steps[0][0] in since:
        os.write(terminal, steps.pop(0)[1].encode())
        since = ""
print(shown)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
