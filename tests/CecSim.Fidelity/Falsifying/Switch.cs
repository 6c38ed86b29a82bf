using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CecSim.Fidelity.Falsifying;

/// <summary>
/// One falsification written so that a build holds the product and the false one: the expression or statement around
/// the change asks which claim is to be false. So all claims need one build and not one each.
/// </summary>
internal static class Switch
{
    /// <summary>A span of the source and what stands there then; null where C# allows no switch.</summary>
    public static TextChange? Of(string source, string claim, Falsification change)
    {
        var (span, replacement) = Difference(source, change);
        for (var node = Smallest(source, span); node is not null; node = node.Parent)
        {
            if (node is MemberDeclarationSyntax or AttributeSyntax or ParameterSyntax)
            {
                return null;
            }

            var original = source[node.Span.Start..node.Span.End];
            var falsified = string.Concat(
                source.AsSpan(node.Span.Start, span.Start - node.Span.Start),
                replacement,
                source.AsSpan(span.End, node.Span.End - span.End));
            var condition = $"global::CecSim.Falsified.Is(\"{claim}\")";
            if (node is StatementSyntax and not LocalDeclarationStatementSyntax and not LocalFunctionStatementSyntax
                && IsStatement(falsified))
            {
                return new TextChange(node.Span, $"if ({condition}) {{ {falsified} }} else {{ {original} }}");
            }

            if (node is ExpressionSyntax expression && HasValue(expression) && IsExpression(falsified))
            {
                return new TextChange(node.Span, $"({condition} ? ({falsified}) : ({original}))");
            }
        }

        return null;
    }

    // The two texts have their context in common, which is there only so that the place is found.
    private static (TextSpan Span, string Replacement) Difference(string source, Falsification change)
    {
        var start = source.IndexOf(change.From, StringComparison.Ordinal);
        var shorter = Math.Min(change.From.Length, change.To.Length);
        var head = 0;
        while (head < shorter && change.From[head] == change.To[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < shorter - head && change.From[^(tail + 1)] == change.To[^(tail + 1)])
        {
            tail++;
        }

        return (
            TextSpan.FromBounds(start + head, start + change.From.Length - tail),
            change.To[head..^tail]);
    }

    private static SyntaxNode? Smallest(string source, TextSpan span)
    {
        var root = CSharpSyntaxTree.ParseText(source).GetRoot();
        return root.FullSpan.Contains(span) ? root.FindNode(span, findInsideTrivia: false) : null;
    }

    private static bool HasValue(ExpressionSyntax expression) =>
        expression is not (InitializerExpressionSyntax or TypeSyntax { Parent: not ExpressionSyntax })
        && expression.Parent is not ExpressionStatementSyntax
        && expression.Parent is not (NameColonSyntax or NameEqualsSyntax or PatternSyntax or SwitchLabelSyntax
            or QualifiedNameSyntax or TypeArgumentListSyntax)
        && !(expression.Parent is InvocationExpressionSyntax call && call.Expression == expression)
        && !(expression.Parent is MemberAccessExpressionSyntax member && member.Name == expression)
        && !(expression.Parent is AssignmentExpressionSyntax assignment && assignment.Left == expression)
        && !(expression.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 })
        && !expression.Ancestors().Any(IsConstant);

    private static bool IsConstant(SyntaxNode node) =>
        node is AttributeSyntax or EnumMemberDeclarationSyntax or ParameterSyntax or PatternSyntax
        || (node is FieldDeclarationSyntax field && field.Modifiers.Any(SyntaxKind.ConstKeyword))
        || node is LocalDeclarationStatementSyntax { IsConst: true };

    private static bool IsExpression(string text) => !SyntaxFactory.ParseExpression(text).ContainsDiagnostics;

    private static bool IsStatement(string text) => !SyntaxFactory.ParseStatement(text).ContainsDiagnostics;
}
