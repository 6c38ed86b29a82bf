using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CecSim.Scenarios.Shapes;

/// <summary>A mapping with anything in it, as JSON. What has quotes is text; the rest is what it looks like.</summary>
/// <param name="what">What it is, for example "a content".</param>
internal sealed partial class JsonShape(string what) : Shape<string>
{
    private static readonly JsonWriterOptions AsIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override JsonObject ToSchema() => new() { ["type"] = "object" };

    public override bool TryRead(Node node, ParseContext context, [MaybeNullWhen(false)] out string value)
    {
        if (node is not Node.Map)
        {
            context.ReportKind(node, $"{what}, a mapping with any keys");
            value = null;
            return false;
        }

        value = Of(node);
        return true;
    }

    public static string Of(Node node)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, AsIs))
        {
            Write(node, writer);
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void Write(Node node, Utf8JsonWriter writer)
    {
        switch (node)
        {
            case Node.Map map:
                writer.WriteStartObject();
                foreach (var (key, value) in map.Entries)
                {
                    writer.WritePropertyName(key.Text);
                    Write(value, writer);
                }

                writer.WriteEndObject();
                break;
            case Node.List list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Write(item, writer);
                }

                writer.WriteEndArray();
                break;
            case Node.Scalar { IsNothing: true }:
                writer.WriteNullValue();
                break;
            case Node.Scalar { IsPlain: true } plain when IsJson(plain.Text):
                writer.WriteRawValue(plain.Text);
                break;
            case Node.Scalar text:
                writer.WriteStringValue(text.Text);
                break;
        }
    }

    private static bool IsJson(string text) => text is "true" or "false" || Number().IsMatch(text);

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z")]
    private static partial Regex Number();
}
