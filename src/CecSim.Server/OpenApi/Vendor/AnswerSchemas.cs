using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace CecSim.Server.OpenApi.Vendor;

/// <summary>The bodies of answers as JSON Schema, from the types that are written.</summary>
internal static class AnswerSchemas
{
    private const string OptionalMark = "x-optional";

    private static readonly JsonSchemaExporterOptions Options = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = MarkWhatMayBeAbsent,
    };

    public static JsonObject Of(JsonTypeInfo answer)
    {
        var schema = VendorJson.Wire.Options.GetTypeInfo(answer.Type).GetJsonSchemaAsNode(Options).AsObject();
        Settle(schema);
        return schema;
    }

    // What is null is left out, except where CEC's sample shows it as null.
    private static JsonNode MarkWhatMayBeAbsent(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (context.PropertyInfo?.AttributeProvider is not { } property
            || schema is not JsonObject map
            || map["type"] is not JsonArray types
            || !types.Any(t => (string?)t == "null"))
        {
            return schema;
        }

        if (property.GetCustomAttributes(typeof(JsonIgnoreAttribute), false).Length == 0)
        {
            map["type"] = (string?)types.First(t => (string?)t != "null");
            map[OptionalMark] = true;
        }

        return schema;
    }

    private static void Settle(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
            {
                Settle(item);
            }
        }

        if (node is not JsonObject map)
        {
            return;
        }

        foreach (var (_, part) in map)
        {
            Settle(part);
        }

        if (map.TryGetPropertyValue("default", out var value) && value is null)
        {
            map.Remove("default");
        }

        if (map["properties"] is JsonObject properties)
        {
            var required = properties.Where(p => p.Value is not JsonObject o || !o.ContainsKey(OptionalMark))
                .Select(p => JsonValue.Create(p.Key))
                .ToArray();
            if (required.Length > 0)
            {
                map["required"] = new JsonArray([.. required]);
            }

            foreach (var (_, property) in properties)
            {
                (property as JsonObject)?.Remove(OptionalMark);
            }
        }
    }
}
