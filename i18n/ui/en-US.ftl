## The widget

## Verdicts of typed values

## Reasons why something can't be chosen or done

## Names of things
