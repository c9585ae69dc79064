// SPDX-License-Identifier: MIT
// Asking for a passphrase; see passphrase.h.
#include "app/passphrase.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

#include "base/io.h"
#include "base/seal.h"
#include "front/out.h"
#include "tongue/i18n.h"

enum { ROOM = SEAL_MOST_WORDS + 2 };

// The terminal while it does not show what is typed. Signals wait in a descriptor meanwhile, so
// that none ends or stops the program before the terminal is as it was.
struct hidden {
    int tty, signals;
    struct termios before;
    sigset_t set, mask;
};

static void show(struct hidden *h)
{
    tcsetattr(h->tty, TCSAFLUSH, &h->before);
    close(h->signals);
    sigprocmask(SIG_SETMASK, &h->mask, NULL);
}

static bool hide(struct hidden *h)
{
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU};
    struct termios modes;
    if (tcgetattr(h->tty, &h->before))
        return false;
    sigemptyset(&h->set);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        sigaddset(&h->set, numbers[i]);
    sigprocmask(SIG_BLOCK, &h->set, &h->mask);
    h->signals = signalfd(-1, &h->set, SFD_CLOEXEC);
    modes = h->before;
    modes.c_lflag &= ~(tcflag_t)(ECHO | ECHOE | ECHOK | ECHONL);
    modes.c_lflag |= ICANON | ISIG;
    if (h->signals >= 0 && !tcsetattr(h->tty, TCSAFLUSH, &modes))
        return true;
    show(h);
    return false;
}

// What the signal means, now that the terminal is as it was. After a stop it is hidden again.
static bool obey(struct hidden *h)
{
    struct signalfd_siginfo info;
    if (read(h->signals, &info, sizeof info) != (ssize_t)sizeof info)
        return true;
    show(h);
    raise((int)info.ssi_signo);
    return hide(h);
}

static void put_words(const struct hidden *h, const char *words)
{
    struct i18n i18n;
    struct i18n_mark mark;
    i18n_mark(&mark);
    call_language(&i18n, NULL);
    (void)out_words(&i18n, h->tty, words);
    i18n_return(&mark);
}

// One byte, or -1 with errno (0: the end). `h`: signals are heeded meanwhile.
static int next_byte(int fd, struct hidden *h, const char *question)
{
    unsigned char c;
    while (h) {
        struct pollfd on[2] = {{.fd = fd, .events = POLLIN}, {.fd = h->signals, .events = POLLIN}};
        if (poll(on, 2, -1) < 0 && errno != EINTR)
            return -1;
        if (on[1].revents) {
            if (!obey(h))
                return -1;
            put_words(h, question);
        } else if (on[0].revents) {
            break;
        }
    }
    ssize_t n = read_some(fd, &c, 1);
    errno = n < 0 ? errno : 0;
    return n == 1 ? c : -1;
}

// A line, without its end, into the words. 0, or an exit status after saying why.
static int read_line(int fd, struct hidden *h, const char *question, struct passphrase *out)
{
    int c;
    out->len = 0;
    while ((c = next_byte(fd, h, question)) >= 0 && c != '\n')
        if (out->len < ROOM - 1)
            out->words[out->len++] = (char)c;
    if (c < 0 && errno) {
        call_complain("the passphrase cannot be read: %s", strerror(errno));
        return EXIT_IO;
    }
    if (out->len && out->words[out->len - 1] == '\r')
        out->len--;
    out->words[out->len] = '\0';
    if (out->len && out->len <= SEAL_MOST_WORDS)
        return 0;
    if (out->len)
        call_complain("the passphrase is too long; 1024 bytes are the most.");
    else
        call_complain("no passphrase was given.");
    return EXIT_PERMISSION;
}

static bool take_memory(struct passphrase *out)
{
    *out = (struct passphrase){.words = seal_secret(ROOM)};
    return out->words;
}

static int from_descriptor(const char *number, struct passphrase *out)
{
    char *end;
    long fd = strtol(number, &end, 10);
    if (!*number || *end || fd < 0 || fd > 65535 || fcntl((int)fd, F_GETFD) < 0) {
        call_complain("--passphrase-fd wants the number of an open descriptor, not '%s'.", number);
        return EXIT_USAGE;
    }
    return read_line((int)fd, NULL, "", out);
}

static int from_terminal(const char *question, struct passphrase *out)
{
    struct hidden h = {.tty = open("/dev/tty", O_RDWR | O_CLOEXEC)};
    if (h.tty < 0 || !hide(&h)) {
        call_complain("the cases are sealed, and there is no terminal to ask for the passphrase; "
                      "hand it over with --passphrase-fd.");
        if (h.tty >= 0)
            close(h.tty);
        return EXIT_NO_INPUT;
    }
    put_words(&h, question);
    int status = read_line(h.tty, &h, question, out);
    put_words(&h, "\n");
    show(&h);
    close(h.tty);
    return status;
}

int passphrase_ask(const struct call *call, const char *question, struct passphrase *out)
{
    const char *number = call_flag(call, "passphrase-fd");
    if (!take_memory(out)) {
        call_complain("sealed cases need libsodium, and this program was built without it.");
        return EXIT_CONFIG;
    }
    int status = number ? from_descriptor(number, out) : from_terminal(question, out);
    if (status)
        passphrase_forget(out);
    return status;
}

int passphrase_make(const struct call *call, struct passphrase *out)
{
    struct passphrase again = {.words = NULL};
    int status = passphrase_ask(call, _("New passphrase: "), out);
    if (status)
        return status;
    if (out->len < SEAL_LEAST_WORDS) {
        call_complain("the passphrase is too short; take 8 letters at least, better four words.");
        status = EXIT_USAGE;
    } else if (!call_has(call, "passphrase-fd")) {
        status = passphrase_ask(call, _("The same once more: "), &again);
        if (!status && (again.len != out->len || memcmp(again.words, out->words, out->len) != 0)) {
            call_complain("the two passphrases are not the same; nothing was changed.");
            status = EXIT_USAGE;
        }
    }
    passphrase_forget(&again);
    if (status)
        passphrase_forget(out);
    return status;
}

void passphrase_forget(struct passphrase *p)
{
    seal_forget(p->words);
    *p = (struct passphrase){.words = NULL};
}
