using static CecSim.Simulation.CecOperation;

namespace CecSim.Simulation.Tests;

/// <summary>What is said of operations, made anew and not read from the list that a process makes once.</summary>
public sealed class OperationDescriptionTests
{
    private static readonly RequestField[] NoFields = [];

    private readonly IReadOnlyList<VendorOperation> _all = VendorOperations.Describe();

    [Fact]
    public void Every_operation_is_described_once() =>
        Assert.Equal(Enum.GetValues<CecOperation>().Where(o => o != Unknown), _all.Select(o => o.Id));

    [Fact]
    public void Whatever_is_said_says_something() => Assert.All(_all.Append(VendorOperations.Unknown), o =>
    {
        Assert.All(
            [
                o.Method, o.Source, o.Chapter, o.GuideSection,
                o.Summary ?? "none", o.Description ?? "none", o.SuccessCode ?? "none",
                .. o.Given ?? [], .. o.Example.SelectMany(e => (string[])[e.Name, e.Value]),
                .. FieldsOf(o).SelectMany(f => (string[])[f.Name, f.Description, .. f.Allowed]),
            ],
            text => Assert.Matches(@"^\S(.*\S)?$", text));
        Assert.All(o.DocumentedCodes.Keys, code => Assert.Matches("^[0-9]+$", code));
        Assert.NotEqual([], o.Given);
    });

    [Fact]
    public void A_place_is_a_path_that_ends_in_the_word_of_its_operation() => Assert.All(_all, o => Assert.All(
        o.Paths,
        path => Assert.Matches(
            o.Id switch
            {
                Ccbarclient => "^/service-cloud/ccdesktop/pages/cc-bar/js/cck?barclient[.]js$",
                AgentAction => "^/service-cloud/ccdesktop/pages/cc-bar/agent/{action}$",
                AgentEvents => "^/service-cloud/ccdesktop/pages/cc-bar/agent/events$",
                TokenByAkSk => "^/apigovernance/api/oauth/tokenByAkSk$",
                _ => $"^/apiaccess/(ccmessaging|(rest/)?CC-Man[a-z]+)/(v1/)?{o.Word}$",
            },
            path)));

    [Fact]
    public void What_has_no_place_is_no_operation_of_a_server() =>
        Assert.Equal([ThirdPartyValidate, Invite, Phone], Where(o => o.Paths.Count == 0));

    [Fact]
    public void A_summary_is_one_line_and_a_description_of_a_field_or_an_operation_is_a_sentence() =>
        Assert.All(_all, o =>
        {
            Assert.Matches("^[A-Z].*[a-z]$", o.Summary ?? "None");
            Assert.All(
                FieldsOf(o).Select(f => f.Description).Append(o.Description ?? "None."),
                text => Assert.Matches(@"^[A-Z0-9].*\.$", text));
        });

    [Fact]
    public void A_chapter_is_a_number_and_a_source_names_a_document_and_its_place() => Assert.All(_all, o =>
    {
        Assert.Matches(@"^[0-9](\.[0-9])?$", o.Chapter);
        Assert.Matches(
            o.SpaceKey == SpaceKey.BarCookie
                ? "^none: of CecSim's own$"
                : $"^(Voice and Video Access, [0-9]|Agent Connection Bar, [57]|CEC API reference, {o.Word}$)",
            o.Source);
    });

    [Fact]
    public void What_asks_is_a_GET_without_a_body_and_what_tells_is_a_POST_without_a_query()
    {
        Assert.Equal(
            [CheckClickToCallSupport, GetClickToCallEvents, Poll, QueryAgentInfo, QuerySysInfo],
            Where(o => o.Method == "GET"));
        Assert.Equal([Invite, Phone], Where(o => o.Method == "INVITE"));
        Assert.All(
            _all, o => Assert.Equal(NoFields, o.Method switch { "GET" => o.Body, "POST" => o.Query, _ => [] }));
    }

    [Fact]
    public void Requests_of_click_to_dial_are_those_of_chapter_5() => Assert.Equal(
        Where(o => o.Source.StartsWith("Voice and Video Access, 5", StringComparison.Ordinal)),
        Where(o => o.IsClickToCall));

    [Fact]
    public void Long_polls_are_those_of_users_and_that_of_a_bar()
    {
        Assert.Equal([GetClickToCallEvents, Poll, AgentEvents], Where(o => o.IsLongPoll));
        Assert.Equal([PollKind.ClickToCall, PollKind.Chat], _all.Select(o => o.PollKind).OfType<PollKind>());
        Assert.All(_all, o => Assert.True(o.IsLongPoll || o.PollKind is null));
    }

    [Fact]
    public void Refusals_are_told_where_and_how_the_documents_print_them()
    {
        Assert.Equal([ApplyToken, Poll, QueryQueueInfo, DownloadFileStream], Where(o => o.HasRefusalBody));
        Assert.Equal([Poll, QueryQueueInfo], Where(o => o.RefusalShape == RefusalShape.Code));
        Assert.Equal([UploadFileStream, QueryAgentInfoByAccount], Where(o => o.RefusalShape == RefusalShape.Own));
        Assert.Equal(
            [
                "applyToken 1 ChannelUnknown", "createClickToCall 7 ClickToCallNotSupported",
                "createClickToCall 12 OutsideWorkingHours", "createClickToCall 13 NoAgentsAvailable",
                "dropClickToCall 13 NoCallToDrop", "downloadFileStream 401 FileKeyMissing",
                "downloadFileStream 13 FileUnknown", "doLeaveMessage 3 LeaveMessageWrong",
                "doLeaveMessage 13 LeftMessagesFull",
            ],
            _all.SelectMany(o => o.DocumentedCodes.Select(c => $"{o.Word} {c.Key} {c.Value}")));
    }

    [Fact]
    public void A_success_has_the_code_0_where_its_body_has_one()
    {
        Assert.Equal([TokenByAkSk, QueryAgentInfo, QueryAgentInfoByAccount], Where(o => o.SuccessCode is null));
        Assert.All(_all, o => Assert.True(o.SuccessCode is null or "0"));
    }

    [Fact]
    public void Tokens_are_carried_by_what_says_so()
    {
        Assert.Equal(
            [TokenByAkSk, Ccbarclient, AgentAction, AgentEvents, ThirdPartyValidate, Invite, Phone],
            Where(o => !o.CarriesAccessToken));
        Assert.Equal(
            [ApplyToken, QueryAgentInfo, QuerySysInfo, QueryAgentInfoByAccount],
            Where(o => o is { CarriesAccessToken: true, CarriesMessagingToken: false }));
    }

    [Fact]
    public void Of_the_API_is_what_names_its_space_by_its_key()
    {
        Assert.Equal(
            [Ccbarclient, AgentAction, AgentEvents, ThirdPartyValidate, Invite, Phone], Where(o => !o.IsApi));
        Assert.Equal([TokenByAkSk], Where(o => o.SpaceKey == SpaceKey.AppKeyInBody));
        Assert.Equal([Ccbarclient], Where(o => o.TakesForm));
    }

    [Fact]
    public void A_field_takes_so_many_characters_or_some_values_or_is_not_looked_at() => Assert.All(
        _all.SelectMany(FieldsOf).Where(f => f is { CharsMax: null, IsBase64: false, Name: not "tenantSpaceId" }),
        f => Assert.True(f.Allowed.Length > 0 || !f.IsChecked, f.Name));

    [Fact]
    public void What_may_be_left_out_or_is_not_looked_at_is_said()
    {
        Assert.Equal(
            ["content", "username", "password"],
            FieldNames(f => f is { IsRequired: false, IsChecked: true }));
        Assert.Equal(
            ["senderNickname", "senderAvatar", "timestamp", "userAgent", "isNeedRead", "multiMedia", "tenantSpaceld"],
            FieldNames(f => !f.IsChecked));
        Assert.Equal(["fileStream"], FieldNames(f => f.IsBase64));
        Assert.All(_all.SelectMany(FieldsOf), f => Assert.True(f.IsChecked || !f.IsRequired));
    }

    [Fact]
    public void What_an_example_sends_is_allowed() => Assert.All(_all, o =>
    {
        Assert.Equal(FieldsOf(o).Select(f => f.Name).Distinct().Count(), FieldsOf(o).Count());
        Assert.All(o.Example, e =>
        {
            var field = FieldsOf(o).Single(f => f.Name == e.Name);
            Assert.True(field.Allowed.Length == 0 || field.Allowed.Contains(e.Value), e.Value);
        });
    });

    [Fact]
    public void The_names_in_a_body_are_those_of_its_fields() => Assert.Equal(
        ["channel", "mediaAbility"], VendorOperations.Of(CreateClickToCall).BodyFieldNames);

    [Fact]
    public void What_reaches_no_operation_carries_nothing_and_belongs_to_nobody() => Assert.Equal(
        (RequestCredentials.None, SpaceKey.None, UserKey.None, null, "none", "none"),
        VendorOperations.Unknown is var u
            ? (u.Credentials, u.SpaceKey, u.UserKey, u.SuccessCode, u.Source, u.Chapter)
            : default);

    private IEnumerable<CecOperation> Where(Func<VendorOperation, bool> holds) => _all.Where(holds).Select(o => o.Id);

    private IEnumerable<string> FieldNames(Func<RequestField, bool> holds) =>
        _all.SelectMany(FieldsOf).Where(holds).Select(f => f.Name).Distinct();

    private static IEnumerable<RequestField> FieldsOf(VendorOperation operation) =>
        operation.Query.Concat(operation.Body);
}
