using System.Buffers;
using Microsoft.AspNetCore.Http.Features;

namespace CecSim.Server.Exchanges;

/// <summary>
/// What stands before a text's first character. JSON is UTF-8, and whoever reads it may pass over its mark (RFC 8259,
/// 8.1); the marks of other encodings are named.
/// </summary>
internal static class ByteOrderMark
{
    private const int BytesMax = 4;

    /// <returns>The text without its mark.</returns>
    public static ReadOnlyMemory<byte> Skip(ReadOnlyMemory<byte> text) =>
        text.Span.StartsWith("\uFEFF"u8) ? text["\uFEFF"u8.Length..] : text;

    /// <returns>What is wrong; null where it may be UTF-8.</returns>
    public static string? WhyNotUtf8(ReadOnlySpan<byte> text) =>
        text.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0])
        || text.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF])
            ? "the body is UTF-32, as its byte order mark says; JSON is UTF-8"
            : text.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || text.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])
                ? "the body is UTF-16, as its byte order mark says; JSON is UTF-8"
                : null;

    /// <summary>Passes over the mark of a body that somebody else will read.</summary>
    /// <returns>What is wrong; null when it may be read.</returns>
    public static async ValueTask<string?> SkipAsync(HttpRequest request)
    {
        if (request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: true })
        {
            return null;
        }

        var read = await request.BodyReader.ReadAtLeastAsync(BytesMax, request.HttpContext.RequestAborted);
        var start = read.Buffer.Slice(0, Math.Min(read.Buffer.Length, BytesMax)).ToArray();
        var mark = start.Length - Skip(start).Length;
        request.BodyReader.AdvanceTo(read.Buffer.GetPosition(mark));
        return WhyNotUtf8(start);
    }
}
