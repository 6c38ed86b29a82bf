using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CecSim.Fidelity;

/// <summary>Every test in the sources of a repository that carries <c>[Shows]</c>.</summary>
internal static class ShowingTests
{
    public static IReadOnlyList<ShowingTest> Read(Repository repository) =>
    [
        .. from file in repository.Files("tests", "Tests.cs")
           let text = repository.Text(file)
           where text.Contains("[Shows(", StringComparison.Ordinal)
           from method in CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes()
               .OfType<MethodDeclarationSyntax>()
           let claims = ClaimsOf(method).ToList()
           where claims.Count > 0
           select new ShowingTest(file.Split('/')[1], TypeOf(method), method.Identifier.Text, file, claims),
    ];

    /// <summary>The tests of each claim, in an order that does not change.</summary>
    public static ILookup<string, ShowingTest> ByClaim(IReadOnlyList<ShowingTest> tests) => (
        from test in tests
        from claim in test.Claims
        orderby test.File, test.Method
        select (claim, test)).ToLookup(t => t.claim, t => t.test, StringComparer.Ordinal);

    /// <summary>A method that no runner runs shows nothing.</summary>
    public static bool IsRun(MethodDeclarationSyntax method) =>
        AttributesOf(method).Any(a => a.Name.ToString() is "Fact" or "Theory");

    private static IEnumerable<string> ClaimsOf(MethodDeclarationSyntax method) =>
        from attribute in AttributesOf(method)
        where attribute.Name.ToString() == "Shows" && IsRun(method)
        from argument in attribute.ArgumentList?.Arguments ?? []
        select ((LiteralExpressionSyntax)argument.Expression).Token.ValueText;

    private static IEnumerable<AttributeSyntax> AttributesOf(MethodDeclarationSyntax method) =>
        method.AttributeLists.SelectMany(l => l.Attributes);

    private static string TypeOf(MethodDeclarationSyntax method)
    {
        var type = string.Join('+', method.Ancestors().OfType<TypeDeclarationSyntax>().Reverse()
            .Select(t => t.Identifier.Text));
        var space = method.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault();
        return space is null ? type : $"{space.Name}.{type}";
    }
}
