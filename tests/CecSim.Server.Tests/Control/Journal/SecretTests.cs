using static CecSim.Server.Tests.CecClient;

namespace CecSim.Server.Tests.Control.Journal;

/// <summary>Wherever a client puts a secret, it is nowhere to be read afterwards.</summary>
public sealed class SecretTests
{
    private static readonly string[] Places =
    [
        "{0}",
        """{{"app_key":"k","app_secret":"{0}"}}""",
        """{{"channel":"WEB","mediaAbility":"0","note":"{0}"}}""",
        """{{"channel":"WEB","token":"{0}""",
        """{{"channel":"WEB","deep":[{{"AccessToken":{{"x":"{0}"}}}}]}}""",
        """{{"app\u005fsecret":"{0}"}}""",
        "app_key=k&app_secret={0}",
        "Authorization: Bearer {0}",
    ];

    [Fact]
    public async Task No_secret_appears_in_journal_archive_explanation_or_findings()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        string[] secrets =
        [
            client.Authorization!["Bearer ".Length..], client.MessagingToken!, SpaceSettings.DemoAppSecret, "cti-1234",
        ];
        var answers = new List<Answer> { await client.GetAsync("/apiaccess/CC-Management/v1/queryAgentInfo") };
        foreach (var secret in secrets)
        {
            answers.Add(await client.GetAsync($"{CheckPath}&x={secret}"));
            answers.Add(await client.GetAsync($"/apiaccess/{secret}/x"));
            foreach (var place in Places)
            {
                var body = string.Format(null, CompositeFormat.Parse(place), secret);
                answers.Add(await client.PostAsync(TokenPath, body));
                answers.Add(await client.PostAsync(CreatePath, body));
                answers.Add(await client.PostAsync(ApplyPath, body));
                answers.Add(await client.PostAsync(CreatePath, body + new string(' ', 20_000)));
            }
        }

        foreach (var secret in secrets)
        {
            client.Authorization = secret;
            answers.Add(await client.CheckAsync());
            client.MessagingToken = secret;
            answers.Add(await client.CheckAsync());
            client.AppKey = secret;
            answers.Add(await client.CheckAsync());
        }

        foreach (var text in await EverythingAsync(cec, answers))
        {
            Assert.All(secrets, s => Assert.DoesNotContain(s, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Equal_tokens_can_be_told_to_be_equal()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        await client.CheckAsync();
        await client.FetchAccessTokenAsync();
        await client.CheckAsync();

        var entries = await cec.JournalAsync();

        var tokens = entries.Where(e => (string?)e["operation"] == "checkClickToCallSupport")
            .Select(e => HeaderOf(e, "Authorization")).ToList();
        Assert.Equal(HeaderOf(entries[1], "Authorization"), tokens[0]);
        Assert.NotEqual(tokens[0], tokens[1]);
        Assert.StartsWith("Bearer ***", tokens[0], StringComparison.Ordinal);
    }

    private static string? HeaderOf(System.Text.Json.Nodes.JsonNode entry, string name) => (string?)entry["request"]!
        ["headers"]!.AsArray().Single(h => (string?)h!["name"] == name)!["value"];

    private static async Task<IReadOnlyList<string>> EverythingAsync(TestCec cec, IEnumerable<Answer> answers)
    {
        var paths = new List<string> { "/_cecsim/findings", "/_cecsim/journal", "/_cecsim/journal/har" };
        paths.AddRange([$"{ControlAnswers.Space}/journal", $"{ControlAnswers.Space}/journal/har"]);
        paths.AddRange(answers.Select(a => a.Header("X-CecSim-Id")!).Select(
            id => id.StartsWith("server", StringComparison.Ordinal)
                ? $"/_cecsim/explain/{id}"
                : $"{ControlAnswers.Space}/explain/{id}"));
        var texts = new List<string>();
        foreach (var path in paths)
        {
            texts.Add(await cec.Http.GetStringAsync(path, TestCec.TestEnds));
        }

        return texts;
    }
}
