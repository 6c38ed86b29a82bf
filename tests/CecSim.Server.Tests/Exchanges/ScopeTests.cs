using static CecSim.Server.Tests.CecClient;

namespace CecSim.Server.Tests.Exchanges;

/// <summary>"Scope of APIs that can be accessed using the token" (Connection Bar, table 5-2).</summary>
public sealed class ScopeTests
{
    [Fact]
    [Shows("1/api-outside-scope")]
    public async Task An_interface_outside_of_the_scope_is_refused_and_one_within_it_is_not()
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings
        {
            Scope = [CecOperation.ApplyToken, CecOperation.CreateClickToCall],
        });
        var client = await cec.SignInAsync();

        var check = await client.CheckAsync();

        check.MustBe(
            403,
            """{"errorCode":"0","exceptionInfo":"auth fail! the api is out of the scope of the token."}""",
            "inferred");
        Assert.Equal(
            "the app's scope has no checkClickToCallSupport: 'scope' of the scenario's space",
            check.Header("X-CecSim-Why"));
        Assert.Equal("0", (await client.CreateAsync()).Text("resultCode"));
        Assert.Equal(403, (await client.GetAsync("/apiaccess/CC-Management/v1/queryAgentInfo")).Status);
    }

    [Fact]
    public async Task A_token_that_is_dead_is_told_before_its_scope()
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings { Scope = [CecOperation.ApplyToken] });
        var client = await cec.SignInAsync();
        client.Authorization = "Bearer 0";

        Assert.Equal(
            "the access token was not issued to this x-app-key", (await client.CheckAsync()).Header("X-CecSim-Why"));
    }
}
