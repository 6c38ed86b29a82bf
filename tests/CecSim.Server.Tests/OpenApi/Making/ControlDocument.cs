using System.Text.Json.Serialization.Metadata;
using CecSim.Control.Contracts;
using CecSim.Server.Control;
using CecSim.Server.Control.Access;
using CecSim.Server.Control.Problems;
using CecSim.Server.OpenApi;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

using Contracts = CecSim.Control.Contracts;

namespace CecSim.Server.Tests.OpenApi.Making;

/// <summary>
/// The control API as OpenAPI 3.1, from its endpoints. It is made here and not by a server: a server tells the file
/// that comes of it, and so needs no library for it.
/// </summary>
internal static class ControlDocument
{
    public const string Name = "control";
    private const string Problem = "Problem";

    public static void AddControlDocument(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = d =>
            $"/{d.RelativePath}".StartsWith(ControlApiMiddleware.Prefix, StringComparison.Ordinal);
        options.AddSchemaTransformer(SayWhatIsWritten);
        options.AddOperationTransformer(NameAndComplete);
        options.AddDocumentTransformer(Introduce);
    });

    private static Task Introduce(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "CecSim's control API",
            Version = DocumentInfo.Version,
            Description = "Everything that can be done to a running server. On loopback it needs no key.",
        };
        document.Servers = [new OpenApiServer { Url = CecSimArgs.DefaultUrl }];
        document.Components ??= new OpenApiComponents();
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Schemas[Problem] = ProblemSchema();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["controlKey"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "The --control-key; only asked for away from loopback.",
            },
        };
        return Task.CompletedTask;
    }

    // The serializer also reads numbers in quotes, and leaves out what is null. Generated clients need to know what the
    // server writes: numbers, and members that may be absent.
    private static Task SayWhatIsWritten(
        OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        const JsonSchemaType Numbers = JsonSchemaType.Integer | JsonSchemaType.Number;
        if (schema.Type is { } type && (type & Numbers) != 0 && type.HasFlag(JsonSchemaType.String))
        {
            schema.Type = type & ~JsonSchemaType.String;
            schema.Pattern = null;
        }

        if (WordsOf(context.JsonTypeInfo) is { } words)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. words.Select(w => (JsonNode)w)];
        }

        foreach (var member in context.JsonTypeInfo.Properties.Where(p => p.IsGetNullable))
        {
            schema.Required?.Remove(member.Name);
        }

        return Task.CompletedTask;
    }

    private static IReadOnlyList<string>? WordsOf(JsonTypeInfo type) =>
        Nullable.GetUnderlyingType(type.Type) is { } underlying ? WordsOf(type.Options.GetTypeInfo(underlying))
        : type.Converter is IEnumWords contract ? contract.Words
        : null;

    private static Task NameAndComplete(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var route = context.Description;
        operation.OperationId = OperationNames.Of(route.HttpMethod!, route.RelativePath!);
        var refusals = Refusals.Of(route.ActionDescriptor.EndpointMetadata);
        if (OperationNames.HasConstraint(route.RelativePath!))
        {
            refusals = refusals.Append(ProblemCode.RouteUnknown).Distinct();
        }

        foreach (var alike in refusals.GroupBy(ControlProblems.StatusOf).OrderBy(g => g.Key))
        {
            var answer = Refused(string.Join(" ", alike.Select(ControlProblems.TitleOf)), context);
            answer.AddExtension(
                "x-problem-codes",
                new JsonNodeExtension(new JsonArray([.. alike.Select(c => (JsonNode?)Contracts.Problem.WordOf(c))])));
            operation.Responses![$"{alike.Key}"] = answer;
        }

        operation.Responses!["default"] = Refused("Refused: a problem (RFC 9457) whose type says why.", context);
        operation.Security =
        [
            new OpenApiSecurityRequirement(),
            new OpenApiSecurityRequirement
            {
                [new OpenApiSecuritySchemeReference("controlKey", context.Document)] = [],
            },
        ];
        foreach (var name in OperationNames.ParametersOf(route.RelativePath!))
        {
            operation.Parameters ??= [];
            if (operation.Parameters.All(p => p.Name != name))
            {
                operation.Parameters.Insert(0, new OpenApiParameter
                {
                    Name = name,
                    In = ParameterLocation.Path,
                    Required = true,
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                });
            }
        }

        foreach (var name in route.ActionDescriptor.EndpointMetadata.OfType<QueryKeys>().SelectMany(q => q.Names))
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Query,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }

        return Task.CompletedTask;
    }

    private static OpenApiResponse Refused(string description, OpenApiOperationTransformerContext context) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(Problem, context.Document) },
        },
    };

    private static OpenApiSchema ProblemSchema() => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "type", "title", "status", "detail" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = ProblemTypes(),
            ["title"] = Text("What went wrong, for people."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "The HTTP status." },
            ["detail"] = Text("What in particular, and what to do about it."),
        },
    };

    // With the status of each, which a generated client can branch on too.
    private static OpenApiSchema ProblemTypes() => new()
    {
        Type = JsonSchemaType.String,
        Description = "What went wrong, for programs, and the status that comes with it: "
            + string.Join("; ", ControlProblems.All.Select(p => $"{p.Type} {p.Status}")) + ".",
        Enum = [.. ControlProblems.All.Select(p => JsonValue.Create(p.Type))],
    };

    private static OpenApiSchema Text(string description) =>
        new() { Type = JsonSchemaType.String, Description = description };
}
