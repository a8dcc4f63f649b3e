#include "core/triage/date_roles.hpp"

// What the words around a date make of it, in English.
namespace relais::triage {
namespace {

constexpr RoleRow english[] = {
    {Role::habit,
     "@ instead of @ | we/were/im/shop/store/office/surgery/branch/library is/are? open/opened until/till/til the? @ | "
     "shop/store/surgery/pharmacy/branch/library/showroom close/closes/shut/shuts at @"},
    {Role::unavailable,
     "not on? the? @ but | any/every day/time/morning/afternoon/evening but/except/bar/save the? @ | "
     "deadline/limit ... from the? @ to/until/till | "
     "i/we will/shall call/ring/phone/contact/email you? back? by/before the? @ | "
     "ill/well call/ring/phone/contact/email you? back? by/before the? @"},
    {Role::deadline, "deadline/limit ... from the? @ to/until/till the? @ | not on? the? @ but on? the? @"},
    {Role::plain, "by %"},
    {Role::not_before, "reopen/reopens/reopening/resume/resumes .. @"},
    {Role::deadline, "before you/u/ye/they/we shut/close/go/leave/finish/knock .. @"},
    {Role::unavailable,
     "our _? office/offices/shop/desk/desks/counter/line/lines/team? close/closes/shut/shuts/be/is/are .. @"},
    {Role::deadline,
     "only .. until/till/til the? @ | offer/price/prices/quote/discount/deal .. valid .. until/till/through the? @ | @ "
     "at the outside | have/has/had @ to | @ at the very? latest | at the very? latest .. @"},
    {Role::available,
     "could/can/might/may/shall we/i .. meet/see/come/visit/view/talk/speak/catch/book/have ... @ | would the? @ .. "
     "work/suit/do/be/help | might it/that .. be .. @ | later in/on? @ | "
     "shift/move/push/change/swap/postpone/put/bring/slide .. to/for/until/till/back/forward the? @ | @ instead | "
     "was/is/are "
     "it/that/they "
     "the/on? @ | is/are there .. @ | is/are the _ .. on/open .. @ | do/are you/u/ye .. open/close/shut/deliver/work "
     ".. @ "
     "| @ or the? @"},
    {Role::plain, "move/shift/change .. from @ to @ | booked .. from @ | before it/them/him/her .. in @"},
    {Role::not_before, "closed/shut till/until/til @ | from @ to/till/until/through @"},
    {Role::available, "@ to/through/thru/till @"},
    {Role::greeting, "with @ a/being/off | as its @ @ | its @ @"},
    {Role::unavailable,
     "reachable/contactable .... until/till/til the? @ | im/i/were/we/hes/shes am/are/be? "
     "travelling/traveling/flying/abroad/driving on? .. @ | "
     "i/im/ill/we/were/he/hes/she/shes/they/theyre/mr/mrs/ms/miss shall/will? .. at/in/with/on/away/off/out/home/here/"
     "there/around/reachable/available .. until/till/til the? @"},
    {Role::past, "sat/stayed/waited/worked/slept/stood/talked/danced up/in/there/here/on? until/till/til @", false,
     true},
    {Role::deadline,
     "before the/our/my/your/their _ .. goes/go/is/are/starts/opens/leaves/meets/closes/begins .. @ | if .. "
     "not/isnt/arent/hasnt/havent/nothing/nobody/no .. @ | will/be/is/are/gets/get/being "
     "cancelled/canceled/suspended/deleted/disconnected/destroyed/lost/sold/cut/auctioned .. @ | press @ | live @ | "
     "that/which/who shuts/closes .. @ | close/closes .. on the? @ | "
     "finish/finishes/fin .. @ >"},
    {Role::deadline,
     "must/should/needs/need/has/have to? be .. by/before .. @ | must .. by/before .. @ | "
     "register/registration/counter/desk/window/court/registry/ledger/gate/enrolment/enrollment shuts/closes .. @ | "
     "have/has/got/ve/theyve/weve/only/gives/leaves % before/until/left"},
    {Role::unavailable,
     "reachable/available/in/works/working/valid/about/around .. until/till/til .. @ | out of stock .. @ | back in "
     "stock .. @"},
    {Role::past, "receipt/ticket/quote/quotation/show/exchange/conversation/exam/party of/from/on the? @"},
    {Role::unavailable,
     "no need/point ... @ | no .. reply/call/answer/response needed/necessary .. @ | dont/neednt/not "
     "call/ring/phone/reply/come/bother/rush/worry .. @ | not necessary .. @"},
    {Role::greeting,
     "have a/an? .. good/nice/great/lovely/wonderful/super/fab/happy @ | enjoy the/your rest? of? the/your? @ | "
     "happy/merry @ | good @ > | hope you had .. @ | < good @ | good @ | nice @ > | how was your @ | < @ "
     "all/folks/team/guys/everyone | < @ , | < @ - | @ is a bank/public/national? holiday | lovely @"},
    {Role::greeting,
     "ok/okay/great/perfect/thanks/noted/cheers/brilliant/lovely .. see you/u/ya .. @ | < see you/u/ya .. @"},
    {Role::not_before,
     "can/could/will/ill/hell/shell/well be here/there/round/over/in .. @ | on my/his/her/our/their way .. @"},
    {Role::habit,
     "every other? @ | each @ | weekly .. @ | open .. @ to @ | per @ | most @ | "
     "second/third/fourth/fifth/sixth/#/two/three/four/five/several time/times @ | the/your/our @ _? "
     "class/classes/course/lettings/workshop/rehearsal | the @ "
     "class/course/ramblers/club/group/market/session/sessions/lettings/league/team/ladies/walk/choir | on a @ | any "
     "given @ | value date @ | licence/rules say/says .. @"},
    {Role::past,
     "said .. @ | told .. @ | promised .. @ | promised to call/ring/phone/come/visit/reply/deliver me/us? back? on "
     "the? @ | was/were "
     "expected/due/wanted/needed/required/booked/scheduled .. @",
     false, true},
    {Role::past,
     "since the? .. @ | dated the? @ | last @ | @ since | were/was/is/are supposed/meant/due/going to .. "
     "ring/call/come/be/deliver/send/phone/reply/arrive/turn .. @ | were/was to .. @ | should have .. @ | "
     "order/message/email/mail/letter/invoice/note/statement/reminder/reminders/request/payment/notice/quote/feedback/"
     "report/delivery/estimate/voicemail of/from/dated the? @"},
    {Role::not_before,
     "not before .. @ | not .. before @ | not until @ | dont/wont/cant/couldnt/cannot ... until/till/til @ | "
     "dont/wont/cant/couldnt .. before @ | from the? @ "
     "on/onwards/onward | starting .. @ | as of @ | after the? @ | time/day/point after @ | once "
     "the/we/i/you/it/he/she/they/my/our/your/that .. @ | "
     "im/is/are/be/am/being away/off/out/holiday/vacation/leave/closed/unavailable/abroad .. until/till/til/to/through "
     "@ | away/holiday/vacation/leave/closed/unavailable/abroad .. until/till/til/to/through @ | in _ till/til/until @ "
     "| stuck .. till/until @ | im/is/are/be/am back .. @ | return/returning/returns on/from? @ | free from/after @ | "
     "renew till/until @ | no earlier than @ | ill/will .. try/follow/chase .. @"},
    {Role::deadline,
     "by the/this/next/about/around/close/end? .. @ | before the/this/end/he/she/they/i/we/our/my/your? .. @ | until "
     "the? @ | till @ | til @ | later than the? @ | @ at the latest | at the latest .. @ | latest @ | @ latest | "
     "deadline .. @ | due the? @ | due .. on/by/in/out/back the? @ | expire/expires/expiring/expiry .. @ | run/runs "
     "out .. @ | within @ | @ without fail | @ sharp | must .. by/before/in/at/on .. @ | need/needs/needed .. "
     "for/by/on/at .. @ | required/wanted/expected/requested .. @ | ends/end .. @ | "
     "portal/window/entries/applications/registration/registrations/bidding/offer/poll/booking/bookings/sale/run/round/"
     "tender/bids/books/ledger/payroll/call/vote closes/close/shuts/ends .. @ | closing date .. @ | cut off .. @ | "
     "cutoff .. @ | @ or "
     "we/i/else/it/they/youll/ill/its/hes/shes | @ otherwise | ahead of the? @ | "
     "in time for .. @ | up to @ | through @ | prior to .. @ | @ is fine/ok/okay/good/perfect/great/best/plenty | @ "
     "will do | @ would be fine/ok/great/good/perfect | can wait .. @ | one/some "
     "day/time/evening/morning/afternoon/point of/in? @ | sometime .. @ | when convenient @ | dies/lapses/lapse .. @ | "
     "leave/leaving/go/going on holiday/vacation/leave @ | "
     "respond/reply/answer/confirm/pay/return/submit/file/sign/lodge/complete/renew .. in/by/on/within @ | in the next "
     "@ | yes or no .. @ | at midnight | turnaround .. % | you have % | give/gives/giving you % | deadline .. % | "
     "takes % max | have only % | says % left | % left | within %"},
    {Role::past,
     "ordered/wrote/sent/bought/paid/called/rang/phoned/emailed/received/delivered/placed/opened/closed/moved/signed/"
     "dropped/left/spoke/saw/came/went/took/joined/started/asked/returned/purchased/collected/installed/fitted/fixed/"
     "serviced/replaced/gave/arrived/posted/shipped/charged/was/were/did/agreed/attended/visited/texted/messaged/"
     "lodged/submitted/filed/made/heard/happened/broke/stopped/died/tried/chased/updated/finished/completed/ran/passed/"
     "retired/declined/listed/showed/tore/shut/expired/turned/taken/gone/given/wasnt/werent/didnt/hadnt/had/lived/"
     "washed/found/read/written/done/drove .... @ | i/we/they got ... @ | been .. @",
     false, true},
    {Role::unavailable,
     "except .. @ | not .. free/available/around/reachable/in/there/here .. @ | not on? @ | unavailable .. @ | out of "
     "office .. @ | im/is/are/be away .. @ | on holiday/leave/vacation .. @ | off on? the? @ | busy .. @ | "
     "closed/shut/closing .. @ | "
     "but not @ | apart from @ | other than @ | forget @ | no good @ | abroad .. @ | i work @ | im working @ | during "
     "the? @"},
    {Role::deadline,
     "< @ then | can/could/would/will ... me/us/him/her .. @ | give/drop/gimme me/us/him/her/them? a? "
     "ring/call/bell/buzz/shout/tinkle/line .. @ | a "
     "ring/call/callback/word/reply/"
     "quote/price/answer .. @ | decide/decides/choose/chooses/meet/meets/vote/votes .. @ | @ if you/u can | @ if .. "
     "possible | if .. could ... @",
     true},
    {Role::available,
     "@ or on/the/even/maybe/possibly? @ | @ or next/after/later/any | or on/the? @ | free .. @ | available .. @ | "
     "availability .. @ | any time .. @ | anytime .. @ | home .. @ | around on? @ | im in .. @ | i can do .. @ | we "
     "can do .. @ | could do .. @ | i have @ | have .. open .. @ | prefer/prefers .. @ | ideally .. @ | preferably .. "
     "@ | suits .. @ | @ suits | @ works | can .. be .. reached .. @ | could/would you do/have/manage/spare .. @ | how "
     "about .. @ | what about .. @ | either .. @ | how does .. @ | weekday .. @ | weekdays .. @"},
    {Role::not_before, "from the? @"},
    {Role::deadline,
     "call/ring/phone/text/email/contact/tell/update me/us/him/her/them/back .. back? .. @ | reply/respond/answer .. @ "
     "| "
     "< call/ring/phone @ | please/pls/to call/ring/phone @ | "
     "get back to .. @ | getting back to .. @ | let .. know .. @ | hear .. back? .. @ | callback .. @ | "
     "for @ | for the? @ | need/needs/must/want/wants/gotta/should ... @ | have/has/got to ... @",
     true}};

}  // namespace

std::span<const RoleRow> english_role_rows() { return english; }

}  // namespace relais::triage
