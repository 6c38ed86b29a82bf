using static CecSim.Server.Tests.CecClient;

namespace CecSim.Server.Tests.ClickToCall;

/// <summary>What a tenant has been granted decides what its clients get (Connection Bar, 4.1).</summary>
public sealed class ResourcesTests
{
    [Theory]
    [InlineData(0, 0, 0, false, "7", "7")]
    [InlineData(0, 0, null, true, "0", "0")]
    [InlineData(0, 1, 0, true, "7", "0")]
    [InlineData(1, 0, 0, true, "0", "7")]
    [InlineData(null, null, 0, true, "0", "0")]
    [Shows("10.5/zero-disables", "10.5/zero-disables-answers", "10.5/versatile-serve-either")]
    public async Task Without_agents_of_a_medium_its_calls_are_not_supported(
        int? voice, int? video, int? versatile, bool isSupported, string voiceCode, string videoCode)
    {
        await using var cec = await StartAsync(new TenantResources
        {
            VoiceAgents = voice,
            VideoAgents = video,
            VersatileAgents = versatile,
        });
        var (one, other) = (await cec.SignInAsync("u1"), await cec.SignInAsync("u2"));

        var check = await one.CheckAsync();

        Assert.Equal(isSupported, check.Body.Contains("\"clickToCallSupported\":true", StringComparison.Ordinal));
        Assert.Equal(voiceCode, (await one.CreateAsync("0")).Text("resultCode"));
        Assert.Equal(videoCode, (await other.CreateAsync("1")).Text("resultCode"));
    }

    [Fact]
    [Shows("10.5/concurrent-voice-calls")]
    public async Task As_many_voice_calls_as_may_be_leave_no_room_for_one_more_and_let_videos_in()
    {
        await using var cec = await StartAsync(new TenantResources { MaxConcurrentVoiceCalls = 1 });
        var (one, other, third) = (
            await cec.SignInAsync("u1"), await cec.SignInAsync("u2"), await cec.SignInAsync("u3"));
        Assert.Equal("0", (await one.CreateAsync("0")).Text("resultCode"));

        var refused = await other.CreateAsync("0");

        Assert.Equal(
            (200, """{"resultCode":"13","resultDesc":"connect failed"}"""), (refused.Status, refused.Body));
        Assert.Equal("0", (await third.CreateAsync("1")).Text("resultCode"));
        await one.DropAsync();
        Assert.Equal("0", (await other.CreateAsync("0")).Text("resultCode"));
    }

    private static Task<TestCec> StartAsync(TenantResources resources) =>
        TestCec.StartAsync(new SpaceSettings { Resources = resources });
}
