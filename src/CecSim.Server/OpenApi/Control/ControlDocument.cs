using CecSim.Server.Control.Access;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace CecSim.Server.OpenApi.Control;

/// <summary>The control API as OpenAPI 3.1, from its endpoints.</summary>
internal static class ControlDocument
{
    public const string Name = "control";
    private const string Problem = "Problem";

    public static void AddControlDocument(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = d =>
            $"/{d.RelativePath}".StartsWith(ControlGate.Prefix, StringComparison.Ordinal);
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

    private static Task NameAndComplete(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var route = context.Description;
        operation.OperationId = OperationNames.Of(route.HttpMethod!, route.RelativePath!);
        operation.Responses!["default"] = new OpenApiResponse
        {
            Description = "Refused: a problem (RFC 9457) whose type says why.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(Problem, context.Document) },
            },
        };
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

        return Task.CompletedTask;
    }

    private static OpenApiSchema ProblemSchema() => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "type", "title", "status", "detail" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("What went wrong, for programs: urn:cecsim:problem: and a word."),
            ["title"] = Text("What went wrong, for people."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "The HTTP status." },
            ["detail"] = Text("What in particular, and what to do about it."),
        },
    };

    private static OpenApiSchema Text(string description) =>
        new() { Type = JsonSchemaType.String, Description = description };
}
