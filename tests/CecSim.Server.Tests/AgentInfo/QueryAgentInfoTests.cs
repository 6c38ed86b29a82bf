using System.Text.Json;
using CecSim.Simulation.Agents;
using CecSim.Simulation.Spaces;

namespace CecSim.Server.Tests.AgentInfo;

/// <summary>Connection Bar, 5.2, and its page of the API reference.</summary>
public sealed class QueryAgentInfoTests
{
    private const string Path = "/apiaccess/CC-Management/v1/queryAgentInfo";

    [Theory]
    [InlineData("/apiaccess/CC-Management/v1/queryAgentInfo")]
    [InlineData("/apiaccess/CC-Mangemant/v1/queryAgentInfo")]
    public async Task Every_agent_is_told_under_both_spellings_and_what_is_not_linked_is_absent(string path)
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings
        {
            Agents =
            [
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
            {"workNo":1523,"sipAccount":"88881620","sipPwd":"pwd-2"}]}
            """.ReplaceLineEndings(""),
            "documented; CEC 2.5.0 Agent Connection Bar, section 5.2");
    }

    [Fact]
    public async Task It_needs_no_ccmessaging_token()
    {
        await using var cec = await TestCec.StartAsync();
        var client = new CecClient(cec.Http, cec.Space.Settings);
        await client.FetchAccessTokenAsync();

        Assert.Equal(200, (await client.GetAsync(Path)).Status);
    }

    [Fact]
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

    [Fact]
    public async Task Where_softphones_may_register_it_tells_an_address_and_a_number()
    {
        await using var cec = await TestCec.StartAsync(new CecSimArgs { SipPort = 0 });
        var client = await cec.SignInAsync();

        using var body = JsonDocument.Parse((await client.GetAsync(Path)).Body);

        Assert.Equal("127.0.0.1", body.RootElement.GetProperty("sipServiceIp").GetString());
        Assert.InRange(body.RootElement.GetProperty("sipServicePort").GetInt32(), 1, 65_535);
    }
}
