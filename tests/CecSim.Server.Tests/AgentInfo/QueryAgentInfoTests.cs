using System.Text.Json;

namespace CecSim.Server.Tests.AgentInfo;

/// <summary>Connection Bar, 5.2, and its page of the API reference.</summary>
public sealed class QueryAgentInfoTests
{
    private const string Path = "/apiaccess/CC-Management/v1/queryAgentInfo";
    private const string ByAccount = "/apiaccess/rest/CC-Management/v1/queryAgentInfoByAccount";

    [Theory]
    [InlineData("/apiaccess/CC-Management/v1/queryAgentInfo")]
    [InlineData("/apiaccess/CC-Mangemant/v1/queryAgentInfo")]
    [Shows(
        "7/mangemant-route", "7/management-route", "7/sip-service-absent", "7/agents-list", "7/work-no",
        "7/sip-account", "7/sip-pwd-plain", "7/sip-absent", "7/account-code", "7/account-code-absent",
        "7/no-result-code")]
    public async Task Every_agent_is_told_under_both_spellings_and_what_is_not_linked_is_absent(string path)
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings
        {
            Agents =
            [
                new AgentSettings { WorkNo = 1524 },
                new AgentSettings { WorkNo = 1523, SipAccount = "88881620", SipPassword = "pwd-2" },
                new AgentSettings
                {
                    WorkNo = 1522, AccountCode = "aaaa", SipAccount = "88881619", SipPassword = "pwd-1",
                },
            ],
        });
        var client = await cec.SignInAsync();

        var answer = await client.GetAsync(path);

        answer.MustBe(
            200,
            """
            {"agents":[{"workNo":1522,"accountCode":"aaaa","sipAccount":"88881619","sipPwd":"pwd-1"},
            {"workNo":1523,"sipAccount":"88881620","sipPwd":"pwd-2"},
            {"workNo":1524}]}
            """.ReplaceLineEndings(""),
            "documented; CEC 2.5.0 Agent Connection Bar, section 5.2");
    }

    [Fact]
    [Shows("7/agents-list", "7/sip-service-absent")]
    public async Task A_space_without_agents_tells_an_empty_list()
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings { Agents = [] });
        var client = await cec.SignInAsync();

        (await client.GetAsync(Path)).MustBe(
            200, """{"agents":[]}""", "documented; CEC 2.5.0 Agent Connection Bar, section 5.2");
    }

    [Fact]
    [Shows("7/no-ccmessaging-token")]
    public async Task It_needs_no_ccmessaging_token()
    {
        await using var cec = await TestCec.StartAsync();
        var client = new CecClient(cec.Http, cec.Space.Settings);
        await client.FetchAccessTokenAsync();

        Assert.Equal(200, (await client.GetAsync(Path)).Status);
    }

    [Fact]
    [Shows("7/both-headers")]
    public async Task It_is_refused_without_either_header()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        client.AppKey = null;
        var withoutKey = await client.GetAsync(Path);
        client.AppKey = cec.Space.Settings.AppKey;
        client.Authorization = null;
        var withoutToken = await client.GetAsync(Path);

        Assert.Equal((403, "x-app-key is missing"), (withoutKey.Status, withoutKey.Why));
        Assert.Equal((403, "Authorization is missing"), (withoutToken.Status, withoutToken.Why));
    }

    [Theory]
    [InlineData(AgentType.Voice, 4)]
    [InlineData(AgentType.Multimedia, 5)]
    [InlineData(AgentType.Video, 11)]
    [InlineData(AgentType.Versatile, 99)]
    [Shows("7/query-agent-info-by-account", "7/agent-type-codes", "7/by-account-description")]
    public async Task The_agent_of_an_account_is_told_with_its_type(AgentType type, int code)
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings
        {
            Agents = [new AgentSettings { WorkNo = 1522, AccountCode = "aaaa", Type = type }],
        });
        var client = await cec.SignInAsync();

        (await client.PostAsync(ByAccount, """{"accountCode":"aaaa","username":"u","password":"p"}""")).MustBe(
            200,
            """
            {"returnCode":"0","description":"success",
            "data":{"workNo":1522,"agentType":CODE,"agentStatus":"0"}}
            """.ReplaceLineEndings("").Replace("CODE", $"{code}", StringComparison.Ordinal),
            "found; CEC API reference");
    }

    [Fact]
    [Shows("7/by-account-unknown", "7/by-account-description")]
    public async Task An_account_that_has_no_agent_is_told_by_code_1_and_an_empty_number()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();

        var answer = await client.PostAsync(ByAccount, """{"accountCode":"nobody"}""");

        answer.MustBe(
            200,
            """{"returnCode":"1","description":"the account has no agent","data":{"workNo":""}}""",
            "found; CEC API reference");
        Assert.Equal("no agent has this accountCode", answer.Why);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"accountCode":"LONG"}""")]
    [InlineData("""{"accountCode":"aaaa","username":"LONG"}""")]
    [InlineData("""{"accountCode":"aaaa","password":"LONG"}""")]
    [Shows("7/by-account-limits")]
    public async Task An_account_that_is_missing_or_too_long_does_not_fit(string body)
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        var tooLong = body.Replace("LONG", new string('x', 65), StringComparison.Ordinal);

        Assert.Equal(400, (await client.PostAsync(ByAccount, tooLong)).Status);
    }

    [Fact]
    [Shows("7/sip-service-ip", "7/sip-service-port")]
    public async Task Where_softphones_may_register_it_tells_an_address_and_a_number()
    {
        await using var cec = await TestCec.StartAsync(new CecSimArgs { SipPort = 0 });
        var client = await cec.SignInAsync();

        using var body = JsonDocument.Parse((await client.GetAsync(Path)).Body);

        Assert.Equal("127.0.0.1", body.RootElement.GetProperty("sipServiceIp").GetString());
        Assert.InRange(body.RootElement.GetProperty("sipServicePort").GetInt32(), 1, 65_535);
    }
}
