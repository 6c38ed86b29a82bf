using CecSim.Simulation.Findings;

namespace CecSim.Simulation.Tests.Findings;

/// <summary>What one request is found in by itself.</summary>
public sealed class RequestRulesTests
{
    private static readonly RequestFacts Sound = new(
        VendorOperations.Of(CecOperation.CreateClickToCall), LacksBearer: false, MaskedQuery: null, HasBody: true,
        "application/json", ["mediaAbility"]);

    [Fact]
    public void A_request_as_the_documents_have_it_is_found_in_nothing() => Assert.Empty(RequestRules.Judge(Sound));

    [Fact]
    public void Everything_that_is_wrong_is_found_at_once() => Assert.Equal(
        [
            (FindingKind.BearerMissing, null),
            (FindingKind.SecretInQuery, "?app_secret=***"),
            (FindingKind.ContentTypeMissing, "it was text/plain"),
            (FindingKind.UndocumentedField, "createClickToCall: colour"),
        ],
        RequestRules.Judge(Sound with
        {
            LacksBearer = true,
            MaskedQuery = "?app_secret=***",
            ContentType = "text/plain",
            FieldNames = ["mediaAbility", "colour"],
        }));

    [Theory]
    [InlineData("application/json; charset=UTF-8", null)]
    [InlineData("Application/JSON", null)]
    [InlineData("text/json", "it was text/json")]
    [InlineData("", "there was none")]
    [InlineData(null, "there was none")]
    public void A_body_that_is_not_said_to_be_json_is_found(string? type, string? detail) => Assert.Equal(
        detail, RequestRules.Judge(Sound with { ContentType = type }).SingleOrDefault().Detail);

    [Fact]
    public void Without_a_body_and_for_a_form_no_type_is_asked_for()
    {
        Assert.Empty(RequestRules.Judge(Sound with { HasBody = false, ContentType = null }));
        var form = VendorOperations.All.First(o => o.TakesForm);
        Assert.Empty(RequestRules.Judge(Sound with { Operation = form, ContentType = null, FieldNames = [] }));
        Assert.Single(RequestRules.Judge(Sound with { Operation = null, ContentType = null }));
    }

    [Fact]
    public void Of_fields_that_no_document_names_five_are_told() => Assert.Equal(
        "createClickToCall: a, b, c, d, e",
        Assert.Single(RequestRules.Judge(Sound with { FieldNames = ["a", "b", "c", "mediaAbility", "d", "e", "f"] }))
            .Detail);

    [Fact]
    public void Fields_of_what_has_no_documented_body_are_not_looked_at()
    {
        var drop = VendorOperations.All.First(o => o.Body.Count == 0);

        Assert.Empty(RequestRules.Judge(Sound with { Operation = drop, FieldNames = ["colour"] }));
        Assert.Empty(RequestRules.Judge(Sound with { Operation = null, FieldNames = ["colour"] }));
    }

    [Fact]
    public void A_token_is_the_same_token_however_its_scheme_is_spelled()
    {
        Assert.Equal(TokenPair.Of("Bearer abc", "m"), TokenPair.Of("bearer abc", "m"));
        Assert.Equal(TokenPair.Of("Bearer abc", "m"), TokenPair.Of("abc", "m"));
        Assert.NotEqual(TokenPair.Of("Bearer abc", "m"), TokenPair.Of("Bearer abd", "m"));
        Assert.NotEqual(TokenPair.Of("Bearer abc", "m"), TokenPair.Of("Bearer abc", "n"));
    }

    [Fact]
    public void An_invite_is_told_what_it_used_and_what_it_should_have_used()
    {
        var invited = new GatewayRoute("here.test", "17908", "Ann");

        Assert.Equal("no space has the domain 'here.test'", Judge(MediaRefusal.WrongDomain, domain: null));
        Assert.Equal("the domain was 'here.test', not 'there.test'", Judge(MediaRefusal.WrongDomain));
        Assert.Equal("no call has the access code '17908'", Judge(MediaRefusal.NoSuchCall));
        Assert.Equal("the caller was 'Ann', not 'AnonymousCard'", Judge(MediaRefusal.WrongCaller));
        Assert.Null(Judge(MediaRefusal.CallOver));
        Assert.Null(Judge(MediaRefusal.AlreadyJoined));

        string? Judge(MediaRefusal refusal, string? domain = "there.test") =>
            InviteRules.Judge(refusal, invited, domain);
    }

    [Theory]
    [InlineData(64, "")]
    [InlineData(65, "…")]
    public void A_name_is_told_as_far_as_it_has_64_characters(int charsCount, string cut) => Assert.Equal(
        $"no call has the access code '{new string('1', 64)}{cut}'",
        InviteRules.Judge(MediaRefusal.NoSuchCall, new("here.test", new string('1', charsCount), "Ann"), "here.test"));
}
