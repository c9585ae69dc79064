# SPDX-License-Identifier: MIT
# The kiosk: what runs on plain files and pipes.
TESTS += \
	tests/kiosk/policy.sh
