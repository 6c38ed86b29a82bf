namespace CecSim.Server.Tests.Gateway;

/// <summary>An INVITE that is not what event 168101 promised is no secret. Read from the wire.</summary>
public sealed class InviteFindingTests
{
    [Theory]
    [InlineData("17908", null, null, null, "no call has the access code '17908'")]
    [InlineData(null, "other.test", null, "u1", "the domain was 'other.test', not '202403015666.cecsim.test'")]
    [InlineData(null, null, "Ann", "u1", "the caller was 'Ann', not 'AnonymousCard'")]
    public async Task An_invite_that_does_not_match_is_found(
        string? code, string? domain, string? caller, string? user, string detail)
    {
        await using var cec = await TestCec.StartAsync();
        var call = await InvitedCall.ConnectAsync(cec);
        using var phone = await call.OpenPhoneAsync();

        var answer = await phone.InviteAsync(
            code ?? call.AccessCode, domain ?? call.Domain, caller ?? "AnonymousCard");

        Assert.StartsWith("SIP/2.0 404 ", answer, StringComparison.Ordinal);
        var found = Assert.Single(await cec.FindingsAsync());
        Assert.Equal(
            ("invite-mismatched", "error", "CEC 3.6.0 VOIP Access", "chapter 5, step 4"),
            ((string?)found["code"], (string?)found["level"], (string?)found["document"], (string?)found["section"]));
        var only = Assert.Single(found["cases"]!.AsArray())!;
        Assert.Equal(detail, (string?)only["detail"]);
        Assert.Equal(user, (string?)only["user"]);
    }

    [Fact]
    public async Task An_invite_as_it_was_told_is_found_in_nothing()
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings { GatewayScheme = GatewayScheme.Ws });
        var call = await InvitedCall.ConnectAsync(cec);
        using var phone = await call.OpenPhoneAsync();

        await phone.InviteAsync(call.AccessCode, call.Domain.ToUpperInvariant());

        Assert.Equal("", await cec.FoundAsync());
    }

    [Fact]
    public async Task An_invite_that_comes_after_the_end_is_refused_and_nobodys_fault()
    {
        await using var cec = await TestCec.StartAsync();
        var call = await InvitedCall.ConnectAsync(cec);
        using var phone = await call.OpenPhoneAsync();
        await call.Client.DropAsync();

        Assert.StartsWith(
            "SIP/2.0 404 ", await phone.InviteAsync(call.AccessCode, call.Domain), StringComparison.Ordinal);

        Assert.Equal("", await cec.FoundAsync());
    }

    [Fact]
    public async Task A_secret_in_the_place_of_a_name_is_masked()
    {
        await using var cec = await TestCec.StartAsync();
        var call = await InvitedCall.ConnectAsync(cec);
        using var phone = await call.OpenPhoneAsync();

        await phone.InviteAsync(call.AccessCode, call.Domain, "cecsim-demo-secret");

        var found = Assert.Single(await cec.FindingsAsync());
        Assert.DoesNotContain("demo-secret", found.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_space_can_be_told_the_server_has_found_it()
    {
        var north = new SpaceSettings { Name = "north", AppKey = "north", AppSecret = "n", TenantSpaceId = "1" };
        await using var cec = await TestCec.StartAsync(new CecSimArgs
        {
            Spaces = [north, north with { Name = "south", AppKey = "south", TenantSpaceId = "2" }],
        });
        var call = await InvitedCall.ConnectAsync(cec);
        using var phone = await call.OpenPhoneAsync();

        await phone.InviteAsync("1", "other.test");

        var spaces = (await cec.ReadAsync("/_cecsim/findings"))["spaces"]!.AsArray();
        Assert.Equal([0, 0, 1], spaces.Select(s => s!["findings"]!.AsArray().Count));
        Assert.Equal(
            "no space has the domain 'other.test'",
            (string?)spaces[2]!["findings"]![0]!["cases"]![0]!["detail"]);
    }

    [Fact]
    public async Task Two_spaces_of_one_domain_take_each_their_own_calls()
    {
        var north = new SpaceSettings { Name = "north", AppKey = "north", AppSecret = "n" };
        await using var cec = await TestCec.StartAsync(new CecSimArgs
        {
            Spaces = [north, north with { Name = "south", AppKey = "south" }],
        });
        var call = await InvitedCall.ConnectAsync(cec, cec.Spaces.All[1]);
        using var phone = await call.OpenPhoneAsync();

        Assert.StartsWith(
            "SIP/2.0 200 ", await phone.InviteAsync(call.AccessCode, call.Domain), StringComparison.Ordinal);
    }
}
