using static CecSim.Server.Tests.CecClient;

namespace CecSim.Server.Tests.Samples;

/// <summary>Requests as the documents print them, byte for byte where that matters, their mistakes kept.</summary>
public sealed class PrintedRequestTests
{
    private const string Agents = "/apiaccess/CC-Management/v1/queryAgentInfo";
    private const string Keys = """{ "app_key": "cecsim-demo-key",  "app_secret": "cecsim-demo-secret" }""";

    /// <summary>Section 2.2 prints the address of 2.1 above its own body.</summary>
    [Theory, ClassData(typeof(EachProfile))]
    [Shows("3/address-of-2.1")]
    public async Task The_body_of_applyToken_at_the_printed_address_is_refused_with_the_right_one(string profile)
    {
        await using var cec = await TestCec.StartAsync(profile);
        var client = await cec.SignInAsync();

        var printed = await client.PostAsync(TokenPath, ApplyBody());
        var other = await client.PostAsync(TokenPath, """{"userId":"u1"}""");

        Assert.Equal(400, printed.Status);
        Assert.EndsWith(
            "app_key is missing; app_secret is missing.", printed.Text("exceptionInfo"), StringComparison.Ordinal);
        Assert.EndsWith(
            $" The body is that of applyToken, whose address is {ApplyPath}", printed.Why, StringComparison.Ordinal);
        Assert.DoesNotContain("applyToken", other.Why, StringComparison.Ordinal);
    }

    /// <summary>Section 2.1, whose header has no space after its colon.</summary>
    [Fact]
    public async Task The_headers_of_2_1_are_taken_without_a_space()
    {
        await using var cec = await TestCec.StartAsync();

        var answer = await SendAsync(
            cec, $"POST {TokenPath}", "Content-Type: application/json\r\nX-Token-Expire:600\r\n", Keys);

        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.Contains("\"Expires\":\"600\"", answer, StringComparison.Ordinal);
    }

    /// <summary>Table 5-3's sample is written like JSON without its comma; a name in quotes is no header's.</summary>
    [Fact]
    [Shows("7/both-headers")]
    public async Task Headers_in_the_quotes_of_table_5_3_are_not_found_and_without_them_they_are()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        string[] headers = [$"x-app-key:{client.AppKey}", $"Authorization:{client.Authorization}"];

        var inQuotes = headers.Select(h => $"\"{h.Replace(":", "\":", StringComparison.Ordinal)}\r\n");
        var quoted = await SendAsync(cec, $"GET {Agents}", string.Concat(inQuotes), "");
        var plain = await SendAsync(cec, $"GET {Agents}", string.Concat(headers.Select(h => $"{h}\r\n")), "");

        Assert.StartsWith("HTTP/1.1 403", quoted, StringComparison.Ordinal);
        Assert.Contains("X-CecSim-Why: x-app-key is missing", quoted, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200", plain, StringComparison.Ordinal);
    }

    private static async Task<string> SendAsync(TestCec cec, string line, string headers, string body)
    {
        await using var raw = await RawConnection.OpenAsync(cec.Http.BaseAddress!);
        await raw.SendAsync(
            $"{line} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {body.Length}\r\n{headers}\r\n{body}");
        var answer = await raw.ReadAnswerAsync();
        TestContext.Current.TestOutputHelper?.WriteLine(answer);
        return answer;
    }
}
