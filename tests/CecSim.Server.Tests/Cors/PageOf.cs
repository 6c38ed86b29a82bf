namespace CecSim.Server.Tests.Cors;

/// <summary>What a browser sends for a page of another origin.</summary>
internal sealed class PageOf(HttpClient http, string origin = PageOf.Origin)
{
    public const string Origin = "http://localhost:3000";

    public Task<Answer> PreflightAsync(
        string path,
        string method = "POST",
        string headers = "authorization,ccmessaging-token,content-type,x-app-key",
        params (string Name, string Value)[] more) => SendAsync(
            HttpMethod.Options,
            path,
            null,
            [("Access-Control-Request-Method", method), ("Access-Control-Request-Headers", headers), .. more]);

    public async Task<Answer> SendAsync(
        HttpMethod method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        foreach (var (name, value) in headers.Prepend(("Origin", origin)))
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        using var response = await http.SendAsync(request, TestCec.TestEnds);
        return await Answer.ReadAsync(response);
    }
}
