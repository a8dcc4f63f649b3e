#pragma once

#include <string_view>

/// Texts that would forge the document around them, each in the manner of one format.
namespace relais::document_fixture {

inline constexpr std::string_view hostile[] = {
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "\"><svg onload='alert(1)'></bdi></li></ul><h1>Forged</h1>",
    "&lt;b&gt; &#60;i&#62; ]]> <!-- --> </style> </title>",
    "[click](javascript:alert(1)) ![x](http://evil.example/x.png) <http://evil.example>",
    "# Forged\n\n* **list** __x__ ~~y~~ `code` | cell |\n---\n1. one",
    "END:VTODO\r\nEND:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Forged;X=1,2\\n",
    "Hello\r\nBcc: everyone@example.org\r\nContent-Type: text/html\r\n\r\n<b>body</b>",
    "\u202Egnp.exe\u202C \u2066x\u2069 \u200F \u061C \uFEFF \U000E0041",
    "\u0085next\u2028line\u2029paragraph\u0007\u001B[31mred\u001B[0m\u009B2J",
    "=HYPERLINK(\"http://evil.example\") {{handover}} {n:plural|a|b} %s %n ${x}",
};

}  // namespace relais::document_fixture
