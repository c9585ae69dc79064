# SPDX-License-Identifier: CC-BY-4.0
# Content: the whole folder is installed and distributed; a new country needs no entry here.
install-data-hook:
	$(SHELL) $(srcdir)/scripts/copy-tree.sh $(srcdir) $(DESTDIR)$(pkgdatadir) questions
	rm -f $(DESTDIR)$(pkgdatadir)/questions/local.mk
	for mo in locale/*/LC_MESSAGES/*.mo; do \
		test -f "$$mo" || continue; \
		folder=`dirname "$${mo#locale/}"`; \
		$(MKDIR_P) "$(DESTDIR)$(localedir)/$$folder" && \
		$(INSTALL_DATA) "$$mo" "$(DESTDIR)$(localedir)/$$folder/" || exit 1; \
	done

uninstall-hook:
	rm -rf $(DESTDIR)$(pkgdatadir)/questions
	-rmdir $(DESTDIR)$(pkgdatadir)
	rm -f $(DESTDIR)$(localedir)/*/LC_MESSAGES/tanu.mo $(DESTDIR)$(localedir)/*/LC_MESSAGES/tanu-*.mo

# What `make distcheck` asks of an installed copy.
installcheck-local:
	$(DESTDIR)$(bindir)/tanu --version
	test -f $(DESTDIR)$(pkgdatadir)/questions/tokyo/pack.yaml
