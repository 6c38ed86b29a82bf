using FsCheck;
using FsCheck.Fluent;

namespace CecSim.Server.Tests.OpenApi;

/// <summary>Whatever a request says, it is answered: never with 500, never with a secret.</summary>
public sealed class FuzzTests
{
    private const string Secret = "the-secret-of-this-test";

    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(1_500);

    [Theory]
    [InlineData("vendor")]
    [InlineData("control")]
    public async Task No_request_brings_an_error_of_ours_a_hang_or_a_secret(string name)
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings { AppSecret = Secret });
        var text = await cec.Http.GetStringAsync($"/_cecsim/openapi/{name}.json", TestCec.TestEnds);
        var document = JsonNode.Parse(text)!;
        var client = await cec.SignInAsync();
        var statuses = new HashSet<int>();

        Prop.ForAll(RandomRequests.Of(document).ToArbitrary(), request =>
        {
            var (status, said) = SendAsync(cec, client, request).GetAwaiter().GetResult();
            statuses.Add(status);
            Assert.InRange(status, 200, 499);
            Assert.True(status < 300 && name == "control" || !said.Contains(Secret, StringComparison.Ordinal), said);
        }).Check(Runs);

        // Refusals of one kind only would show nothing.
        Assert.Contains(200, statuses);
        Assert.Contains(400, statuses);
    }

    private static async Task<(int Status, string Said)> SendAsync(
        TestCec cec, CecClient client, RandomRequest request)
    {
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), request.Url);
        message.Headers.TryAddWithoutValidation("x-app-key", cec.Space.Settings.AppKey);
        message.Headers.TryAddWithoutValidation("Authorization", request.Credentials ?? client.Authorization);
        message.Headers.TryAddWithoutValidation("ccmessaging-token", request.Credentials ?? client.MessagingToken);
        if (request.Body is { } body)
        {
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            message.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        }

        // A poll is held until time goes on.
        var answer = cec.Http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, TestCec.TestEnds);
        while (await Task.WhenAny(answer, cec.Space.Time.WhenWaitingAsync(1, TestCec.TestEnds)) != answer)
        {
            await cec.AdvanceAsync(60);
        }

        using var response = await answer;
        var said = await ReadAsync(response);
        return ((int)response.StatusCode, $"{response.Headers}{said}");
    }

    // A stream ends with its space only: its first event is all that is awaited.
    private static async Task<string> ReadAsync(HttpResponseMessage response)
    {
        if (response.Content.Headers.ContentType?.MediaType != "text/event-stream")
        {
            return await response.Content.ReadAsStringAsync(TestCec.TestEnds);
        }

        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(TestCec.TestEnds));
        return $"{await lines.ReadLineAsync(TestCec.TestEnds)}{await lines.ReadLineAsync(TestCec.TestEnds)}";
    }
}
