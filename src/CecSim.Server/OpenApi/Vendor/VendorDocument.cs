namespace CecSim.Server.OpenApi.Vendor;

/// <summary>The vendor's surface as far as this server answers it, as OpenAPI 3.1.</summary>
internal static class VendorDocument
{
    private const string Json = "application/json";

    public static JsonObject Build(IEnumerable<VendorRoute> routes)
    {
        var paths = new JsonObject();
        foreach (var route in routes)
        {
            paths[route.Path] = new JsonObject
            {
                [route.Method.ToLowerInvariant()] = OperationOf(route),
            };
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = DocumentInfo.Of(
                "CEC, as CecSim answers it",
                "The interfaces of CEC's API Fabric, CC-Messaging and CC-Management that this server has. What is " +
                "refused for more than one reason is refused in the order of the headers."),
            ["servers"] = DocumentInfo.Servers(),
            ["paths"] = paths,
            ["components"] = Components(),
        };
    }

    private static JsonObject OperationOf(VendorRoute route)
    {
        var told = route.Operation;
        var operation = new JsonObject
        {
            // Ids are unique, and one operation has two paths.
            ["operationId"] = told.Word + (route.Path == told.Paths[0] ? "" : "AsPrinted"),
            ["summary"] = told.Summary,
            ["description"] = told.Description is { } more ? $"{more} ({told.Source})" : told.Source,
            ["security"] = new JsonArray(SecurityOf(told)),
        };
        if (ParametersOf(told) is { Count: > 0 } parameters)
        {
            operation["parameters"] = parameters;
        }

        if (told.Body.Count > 0)
        {
            operation["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["content"] = Content(BodyOf(told)),
            };
        }

        operation["responses"] = ResponsesOf(route);
        return operation;
    }

    private static JsonObject SecurityOf(VendorOperation operation)
    {
        var needed = new JsonObject();
        if (operation.CarriesAccessToken)
        {
            needed["appKey"] = new JsonArray();
            needed["accessToken"] = new JsonArray();
        }

        if (operation.CarriesMessagingToken)
        {
            needed["messagingToken"] = new JsonArray();
        }

        return needed;
    }

    private static JsonArray ParametersOf(VendorOperation operation)
    {
        var parameters = new JsonArray([.. operation.Query.Select(q => new JsonObject
        {
            ["name"] = q.Name,
            ["in"] = "query",
            ["required"] = q.IsRequired,
            ["schema"] = SchemaOf(q),
        })]);
        if (operation.Id == CecOperation.TokenByAkSk)
        {
            parameters.Add((JsonNode)new JsonObject
            {
                ["name"] = CecHeaders.TokenExpire,
                ["in"] = "header",
                ["description"] = "How long the token shall live, in seconds; 600 without it.",
                ["schema"] = new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = int.MaxValue },
            });
        }

        return parameters;
    }

    private static JsonObject BodyOf(VendorOperation operation) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(
            operation.Body.Select(f => KeyValuePair.Create<string, JsonNode?>(f.Name, SchemaOf(f)))),
        ["required"] = new JsonArray(
            [.. operation.Body.Where(f => f.IsRequired).Select(f => JsonValue.Create(f.Name))]),
    };

    private static JsonObject SchemaOf(RequestField field)
    {
        // CEC's own samples send null where nobody looks.
        var schema = new JsonObject
        {
            ["type"] = field is { IsChecked: false, Allowed.Length: 0 } ? new JsonArray("string", "null") : "string",
            ["description"] = field.Description,
        };
        if (field.Allowed.Length > 0)
        {
            schema["enum"] = new JsonArray([.. field.Allowed.Select(a => JsonValue.Create(a))]);
        }

        if (field.IsBase64)
        {
            schema["contentEncoding"] = "base64";
        }
        else if (field.CharsMax is { } max)
        {
            schema["minLength"] = field.IsRequired ? 1 : 0;
            schema["maxLength"] = max;
        }

        return schema;
    }

    private static JsonObject ResponsesOf(VendorRoute route)
    {
        var operation = route.Operation;
        var answer = AnswerSchemas.Of(route.AnswerBody!);
        var fine = operation.HasRefusalBody
            ? new JsonObject { ["anyOf"] = new JsonArray(answer, Reference("Result")) }
            : answer;
        var responses = new JsonObject
        {
            ["200"] = Response("Done, or refused with a code other than 0.", fine),
            ["400"] = Response("A part of the request does not fit.", Reference("Error")),
        };
        if (operation.CarriesMessagingToken)
        {
            responses["200"]!["headers"] = new JsonObject
            {
                [CecHeaders.MessagingToken] = new JsonObject
                {
                    ["description"] = "The token to use from now on, when the one presented nears its end.",
                    ["schema"] = new JsonObject { ["type"] = "string" },
                },
            };
            responses["401"] = Response(
                operation.IsClickToCall
                    ? "The ccmessaging-token is dead, where a space follows the API reference and not the guides."
                    : "The ccmessaging-token is dead.",
                Reference("Error"));
        }

        responses["403"] = Response("The credentials are wrong or dead.", Reference("Error"));
        responses["413"] = Response("The body is too large.", Reference("Error"));
        return responses;
    }

    private static JsonObject Components() => new()
    {
        ["schemas"] = new JsonObject
        {
            ["Error"] = AnswerSchemas.Of(VendorJson.Wire.ErrorBody),
            ["Result"] = AnswerSchemas.Of(VendorJson.Wire.ResultBody),
        },
        ["securitySchemes"] = new JsonObject
        {
            ["accessToken"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" },
            ["appKey"] = ApiKey(CecHeaders.AppKey),
            ["messagingToken"] = ApiKey(CecHeaders.MessagingToken),
        },
    };

    private static JsonObject ApiKey(string header) =>
        new() { ["type"] = "apiKey", ["in"] = "header", ["name"] = header };

    private static JsonObject Response(string description, JsonObject schema) =>
        new() { ["description"] = description, ["content"] = Content(schema) };

    private static JsonObject Content(JsonObject schema) =>
        new() { [Json] = new JsonObject { ["schema"] = schema } };

    private static JsonObject Reference(string schema) => new() { ["$ref"] = $"#/components/schemas/{schema}" };
}
