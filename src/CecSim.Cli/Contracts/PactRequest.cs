namespace CecSim.Cli.Contracts;

/// <summary>A request as the documents print it, with what a provider state gives in place.</summary>
internal static class PactRequest
{
    /// <summary>The request part of a Pact V4 interaction.</summary>
    public static JsonObject Of(VendorOperation operation)
    {
        var headers = HeadersOf(operation);
        var request = new JsonObject
        {
            ["method"] = operation.Method,
            ["path"] = operation.Paths[^1],
            ["headers"] = new JsonObject(headers.Select(h => KeyValuePair.Create(h.Name, (JsonNode?)ListOf(h.Value)))),
        };
        var generators = new JsonObject { ["header"] = Generators(headers, name => name) };
        if (operation.Method == "GET")
        {
            request["query"] = new JsonObject(
                operation.Example.Select(v => KeyValuePair.Create(v.Name, (JsonNode?)ListOf(v.Value))));
            generators["query"] = Generators(operation.Example, name => name);
        }
        else
        {
            request["headers"]!["Content-Type"] = ListOf("application/json");
            request["body"] = new JsonObject
            {
                ["content"] = new JsonObject(
                    operation.Example.Select(v => KeyValuePair.Create(v.Name, (JsonNode?)JsonValue.Create(v.Value)))),
                ["contentType"] = "application/json",
                ["encoded"] = false,
            };
            generators["body"] = Generators(operation.Example, name => $"$.{name}");
        }

        request["generators"] = generators;
        return request;
    }

    private static List<(string Name, string Value)> HeadersOf(VendorOperation operation)
    {
        var headers = new List<(string Name, string Value)>();
        if (operation.CarriesAccessToken)
        {
            headers.Add(("x-app-key", "${appKey}"));
            headers.Add(("Authorization", "${authorization}"));
        }

        if (operation.CarriesMessagingToken)
        {
            headers.Add(("ccmessaging-token", "${ccmessagingToken}"));
        }

        return headers;
    }

    private static JsonArray ListOf(string value) => new(value);

    private static JsonObject Generators(IEnumerable<(string Name, string Value)> values, Func<string, string> key) =>
        new(values.Where(v => v.Value.StartsWith("${", StringComparison.Ordinal)).Select(v => KeyValuePair.Create(
            key(v.Name),
            (JsonNode?)new JsonObject { ["type"] = "ProviderState", ["expression"] = v.Value })));
}
