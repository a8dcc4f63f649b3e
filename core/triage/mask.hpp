#pragma once

#include "core/triage/request.hpp"

/// Personal data taken out of a request before it leaves the desk: `Mme Roux, 06 12 34 56 78, 14 rue des Lilas` becomes
/// `Mme [name], [phone], [address]`. The marks are the same in both languages. What is masked is what can be
/// recognised: e-mail addresses, however spelled, and links, telephone and card numbers, IBANs, plates, dates of birth
/// and what a label announces as a number (`n° de sécu`, `passport no.`), amounts of money, street addresses and
/// postcodes; the sender's names wherever they stand, names behind a title or a word that introduces one (`je
/// m'appelle`, `my son`), and two capitals side by side. A lone name that nothing gives away stays: a masked text is
/// poorer in personal data, not free of it.
namespace relais::triage {

/// Subject and body masked; the sender's members, `to`, the ids of message and thread, attachments and unknown members
/// masked or left out.
Request masked(Request request);

/// A text masked; `from` gives the names to look for.
std::string masked_text(std::string_view text, const Sender& from);

}  // namespace relais::triage
