// SPDX-License-Identifier: MIT
// Stands in until the floor has a source file: an archive cannot be empty. Delete then.
typedef int floor_pack_is_empty;
