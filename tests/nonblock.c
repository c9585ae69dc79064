// SPDX-License-Identifier: MIT
// Runs a program whose standard descriptors do not block, as a careless parent leaves them.
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    if (argc < 2)
        return 2;
    for (int fd = 0; fd < 3; fd++)
        fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
    execv(argv[1], argv + 1);
    perror(argv[1]);
    return 127;
}
