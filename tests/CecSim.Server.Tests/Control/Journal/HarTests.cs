using static CecSim.Server.Tests.CecClient;

namespace CecSim.Server.Tests.Control.Journal;

/// <summary>HTTP Archive 1.2, field by field as its specification demands.</summary>
public sealed class HarTests
{
    [Fact]
    public async Task Every_mandatory_field_is_there_and_of_its_type()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await client.GetAsync("/nowhere?a=1&b=%20x");

        var log = (await cec.ReadAsync($"{ControlAnswers.Space}/journal/har"))["log"]!;

        Assert.Equal("1.2", (string?)log["version"]);
        Texts(log["creator"]!, "name", "version");
        var entries = log["entries"]!.AsArray();
        Assert.Equal(4, entries.Count);
        Assert.All(entries, e => Check(e!));
        Assert.Equal(
            ["a=1", "b= x"],
            entries[3]!["request"]!["queryString"]!.AsArray().Select(q => $"{q!["name"]}={q["value"]}"));
        Assert.Equal("Not Found", (string?)entries[3]!["response"]!["statusText"]);
    }

    [Fact]
    public async Task A_body_that_was_cut_says_so_and_keeps_its_length()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        await client.PostAsync(CreatePath, $$"""{"channel":"{{new string('x', 20_000)}}"}""");

        var har = await cec.ReadAsync($"{ControlAnswers.Space}/journal/har?operation=createClickToCall");

        var request = har["log"]!["entries"]![0]!["request"]!;
        Assert.Equal(20_014, (int)request["bodySize"]!);
        Assert.Equal(8_192, ((string)request["postData"]!["text"]!).Length);
        Assert.Equal("cut by the journal", (string?)request["postData"]!["comment"]);
    }

    private static void Check(JsonNode entry)
    {
        Assert.True(DateTimeOffset.TryParse((string?)entry["startedDateTime"], out _));
        var time = (double)entry["time"]!;
        Assert.True(time >= 0);
        Assert.NotNull(entry["cache"]);
        var timings = entry["timings"]!;
        Assert.Equal(time, (double)timings["send"]! + (double)timings["wait"]! + (double)timings["receive"]!, 6);

        var request = entry["request"]!;
        Texts(request, "method", "url", "httpVersion");
        Assert.True(Uri.TryCreate((string?)request["url"], UriKind.Absolute, out _));
        Numbers(request, "headersSize", "bodySize");
        Pairs(request, "cookies", "headers", "queryString");
        if (request["postData"] is { } post)
        {
            Texts(post, "mimeType", "text");
        }

        var response = entry["response"]!;
        Texts(response, "statusText", "httpVersion", "redirectURL");
        Numbers(response, "status", "headersSize", "bodySize");
        Pairs(response, "cookies", "headers");
        Texts(response["content"]!, "mimeType");
        Numbers(response["content"]!, "size");
    }

    private static void Texts(JsonNode node, params string[] names) =>
        Assert.All(names, n => Assert.NotNull((string?)node[n]));

    private static void Numbers(JsonNode node, params string[] names) =>
        Assert.All(names, n => Assert.True((long)node[n]! >= -1));

    private static void Pairs(JsonNode node, params string[] names) => Assert.All(
        names, n => Assert.All(node[n]!.AsArray(), p => Texts(p!, "name", "value")));
}
