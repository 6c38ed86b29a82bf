namespace CecSim.Server.Tests;

/// <summary>An answer as it came over the wire, its body to the byte.</summary>
internal sealed record Answer(int Status, string? ContentType, string Body, string? Basis, HttpResponseMessage Raw)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public string? Why => Header("X-CecSim-Why");

    public string? RenewedToken => Header("ccmessaging-token");

    public static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        var body = Utf8.GetString(await response.Content.ReadAsByteArrayAsync(TestCec.TestEnds));
        return new Answer(
            (int)response.StatusCode,
            HeaderOf(response.Content.Headers.NonValidated, "Content-Type"),
            body,
            HeaderOf(response.Headers.NonValidated, "X-CecSim-Basis"),
            response);
    }

    public string? Header(string name) => HeaderOf(Raw.Headers.NonValidated, name);

    public string Text(string field) => (string)JsonNode.Parse(Body)![field]!;

    /// <summary>Status, type, basis and the whole body, to the letter.</summary>
    public void MustBe(int status, string body, string basis)
    {
        Assert.Equal(body, Body);
        Assert.Equal(status, Status);
        Assert.Equal("application/json;charset=UTF-8", ContentType);
        Assert.Equal(basis, Basis);
    }

    private static string? HeaderOf(System.Net.Http.Headers.HttpHeadersNonValidated headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.ToString() : null;
}
