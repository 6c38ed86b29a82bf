using static CecSim.Server.Tests.CecClient;

namespace CecSim.Server.Tests.Exchanges;

/// <summary>Our own two headers beside the vendor's body.</summary>
public sealed class BasisTests
{
    [Fact]
    public async Task Switched_off_neither_header_is_sent_by_any_answer()
    {
        await using var cec = await TestCec.StartAsync(new CecSimArgs { TellsBasis = false });
        var client = await cec.SignInAsync();
        var answers = new List<Answer>
        {
            await client.CheckAsync(),
            await client.DropAsync(),
            await client.PostAsync(CreatePath, "[]"),
            await client.GetAsync("/unknown"),
            await client.GetAsync(CreatePath),
            await client.GetAsync("/apiaccess/ccmessaging/queryHistoryChatMessage"),
        };
        client.Authorization = null;
        answers.Add(await client.CheckAsync());

        Assert.Equal([200, 200, 400, 404, 405, 501, 403], answers.Select(a => a.Status));
        Assert.All(
            answers, a => Assert.DoesNotContain("cecsim", $"{a.Raw.Headers}", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_reason_never_repeats_a_secret_or_a_token()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        string[] secrets =
        [
            "wrong-secret", "dead-key", "deadc0de", "dead-token", client.Authorization![7..], client.MessagingToken!,
        ];
        var answers = new List<Answer>
        {
            await client.PostAsync(TokenPath, """{"app_key":"cecsim-demo-key","app_secret":"wrong-secret"}"""),
            await client.PostAsync(TokenPath, """{"app_key":"dead-key","app_secret":"wrong-secret"}"""),
        };
        client.MessagingToken = "dead-token";
        answers.Add(await client.CheckAsync());
        client.Authorization += "deadc0de";
        answers.Add(await client.CheckAsync());
        client.Authorization = "deadc0de";
        answers.Add(await client.CheckAsync());
        client.AppKey = "dead-key";
        answers.Add(await client.CheckAsync());

        foreach (var answer in answers)
        {
            Assert.NotNull(answer.Why);
            Assert.All(secrets, s => Assert.DoesNotContain(s, $"{answer.Why}{answer.Body}", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Whoever_names_no_space_reads_the_words_of_the_first_one()
    {
        await using var cec = await TestCec.StartAsync(new CecSimArgs
        {
            Spaces =
            [
                TestCec.SettingsOf("cec-2.5"),
                TestCec.SettingsOf("cec-3.6") with { Name = "second", AppKey = "second", TenantSpaceId = "2" },
            ],
        });
        var client = new CecClient(cec.Http, new SpaceSettings()) { AppKey = null };

        (await client.CheckAsync()).MustBe(403, EachProfile.DeadAccessToken("cec-2.5"), "inferred");
        client.AppKey = "second";
        (await client.CheckAsync()).MustBe(403, EachProfile.DeadAccessToken("cec-3.6"), "inferred");
    }
}
