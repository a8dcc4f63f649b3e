#pragma once

#include "core/handover/document.hpp"

#include <array>

/// The members of a document's parts that are read and written alike.
namespace relais::handover {

template <class Part, class Value>
struct Member {
  const char* name;
  Value Part::*place;
};

/// Texts that are absent where there is nothing to say.
inline constexpr std::array<Member<Line, std::string>, 10> line_texts{{{"client", &Line::client},
                                                                       {"title", &Line::title},
                                                                       {"next", &Line::next},
                                                                       {"from", &Line::from},
                                                                       {"channel", &Line::channel},
                                                                       {"owner", &Line::owner},
                                                                       {"suggested", &Line::suggested},
                                                                       {"due", &Line::due},
                                                                       {"request", &Line::request},
                                                                       {"requestDue", &Line::request_due}}};

inline constexpr std::array<Member<AgendaItem, std::string>, 4> agenda_texts{{{"when", &AgendaItem::when},
                                                                              {"client", &AgendaItem::client},
                                                                              {"title", &AgendaItem::title},
                                                                              {"who", &AgendaItem::who}}};

inline constexpr std::array<Member<Change, std::string>, 2> change_texts{
    {{"client", &Change::client}, {"title", &Change::title}}};

inline constexpr std::array<Member<InstructionLine, std::string>, 3> instruction_texts{
    {{"client", &InstructionLine::client}, {"from", &InstructionLine::from}, {"to", &InstructionLine::to}}};

inline constexpr std::array<Member<Document, std::string>, 3> document_texts{
    {{"from", &Document::from}, {"holder", &Document::holder}, {"firstDue", &Document::first_due}}};

/// Numbers that are always there.
inline constexpr std::array<Member<Counts, std::int64_t>, 6> count_members{{{"open", &Counts::open},
                                                                            {"red", &Counts::red},
                                                                            {"amber", &Counts::amber},
                                                                            {"overdue", &Counts::overdue},
                                                                            {"waiting", &Counts::waiting},
                                                                            {"masked", &Counts::masked}}};

inline constexpr std::array<Member<Limits, std::int64_t>, 13> limit_members{
    {{"masked", &Limits::masked},
     {"instructionsMasked", &Limits::instructions_masked},
     {"erased", &Limits::erased},
     {"noOwner", &Limits::no_owner},
     {"noDeadline", &Limits::no_deadline},
     {"noNext", &Limits::no_next},
     {"redWithoutIfThen", &Limits::red_without_if_then},
     {"draftsUnsent", &Limits::drafts_unsent},
     {"unanswered", &Limits::unanswered},
     {"notTriaged", &Limits::not_triaged},
     {"entriesLater", &Limits::entries_later},
     {"entriesPassedOver", &Limits::entries_passed_over},
     {"journalProblems", &Limits::journal_problems}}};

}  // namespace relais::handover
