/* Names as make writes them. SPDX-License-Identifier: MIT */
	{ "all", "it-all" },
	{ "fib", "it-fib" },
	{ "filter", "it-filter" },
	{ "iterutils", "it-iterutils" },
	{ "take", "it-take" },
