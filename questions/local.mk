# SPDX-License-Identifier: CC-BY-4.0
# Content: the whole folder is installed and distributed; a new country needs no entry here.
# What an older version left there would be read in place of the new.
install-data-hook:
	rm -rf "$(DESTDIR)$(pkgdatadir)/questions"
	$(SHELL) $(srcdir)/scripts/copy-tree.sh $(srcdir) "$(DESTDIR)$(pkgdatadir)" questions
	rm -f "$(DESTDIR)$(pkgdatadir)/questions/local.mk"
	for mo in locale/*/LC_MESSAGES/*.mo; do \
		test -f "$$mo" || continue; \
		folder=`dirname "$${mo#locale/}"`; \
		$(MKDIR_P) "$(DESTDIR)$(localedir)/$$folder" && \
		$(INSTALL_DATA) "$$mo" "$(DESTDIR)$(localedir)/$$folder/" || exit 1; \
	done

uninstall-hook:
	rm -rf "$(DESTDIR)$(pkgdatadir)/questions"
	-rmdir "$(DESTDIR)$(pkgdatadir)"
	rm -f "$(DESTDIR)$(localedir)"/*/LC_MESSAGES/tanu.mo "$(DESTDIR)$(localedir)"/*/LC_MESSAGES/tanu-*.mo

# What `make distcheck` asks of an installed copy: from any folder, with nothing in the environment, it finds its content and languages
# below its own prefix.
installed = env -i HOME=/nonexistent TANU_CACHE=off "$(bindir)/tanu"
installcheck-local:
	"$(DESTDIR)$(bindir)/tanu" --version
	cmp $(srcdir)/questions/tokyo/questions.yaml "$(DESTDIR)$(pkgdatadir)/questions/tokyo/questions.yaml"
	test -n "$(DESTDIR)" || { cd / && echo '{"destination":"KZ"}' | $(installed) assess | grep -q '"pack":"tokyo"' && \
	  echo '{"destination":"KZ"}' | $(installed) report --lang kk | grep -q 'Құжаттар' && $(installed) form KZ | grep -q .; }
