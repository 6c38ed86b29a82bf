using static CecSim.Server.Tests.CecClient;

namespace CecSim.Server.Tests.CcMessaging;

/// <summary>Chapter 5, step 1.</summary>
public sealed class SendTests
{
    [Theory, ClassData(typeof(EachProfile))]
    public async Task A_text_message_is_taken(string profile)
    {
        await using var cec = await TestCec.StartAsync(profile);
        var client = await cec.SignInAsync();

        (await client.PostAsync(SendPath, SendBody))
            .MustBe(200, """{"resultCode":"0"}""", EachProfile.Document(profile, "5"));
    }
}
